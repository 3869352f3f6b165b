import type { D1PreparedStatement, D1Result } from "@cloudflare/workers-types";
import type { Locale } from "../../shared/contract/account.ts";
import { localeOf } from "../../shared/contract/locale.ts";
import { newToken } from "../crypto/token.ts";
import { emailKeys } from "../email-address/rules.ts";
import { both, either, type Guard } from "../guard.ts";
import { addressMac } from "../throttle/key.ts";
import { secondsUntil } from "../throttle/rules.ts";
import { minute, second } from "../time.ts";
import type { World } from "../world.ts";
import { type KeptLinkPurpose, linkLifetimeMinutes, linkMails } from "./rules.ts";
import { fewerMailed, insertLink, type LinkOwnerRow, mailedAt, noneLives, uncountLink } from "./store.ts";

/** Whom a link goes to: the account, and its address as it is kept. */
export interface LinkOwner {
  id: string;
  email: string;
  locale: Locale;
}

/** A link that exists once `statement` was run and answered a row; until its mail is gone nobody knows it. */
export interface LinkToMail {
  /** The address of the page that it opens. */
  address: string;
  expiresAt: number;
  statement: D1PreparedStatement;
  /** Whether it was made, and for whom: an address that no account has gets a link that nobody is sent (promise P5). */
  read: (result: D1Result | undefined) => { isMade: boolean; owner: LinkOwner | null };
  /** Run where its mail may not have arrived: it works if it did, and keeps the mailbox from no other. */
  uncount: D1PreparedStatement;
}

/** A link of 256 random bits to the owner of an address, to be made in the caller's batch while `guard` holds. */
export async function linkToMail(
  world: World,
  purpose: KeptLinkPurpose,
  email: string,
  guard: Guard,
): Promise<LinkToMail> {
  const { token, hash } = await newToken(world.random);
  const recipient = await addressMac(world, email);
  const expiresAt = world.now + linkLifetimeMinutes * minute;
  const row = { hash, purpose, emailKeys: emailKeys(email), recipient, now: world.now, expiresAt };
  return {
    address: `${world.settings.origin}/${purpose}?link=${token}`,
    expiresAt,
    statement: insertLink(world.db, row, guard),
    read(result) {
      const [made] = (result?.results ?? []) as unknown as LinkOwnerRow[];
      if (!made?.account_id || made.email === null) return { isMade: made !== undefined, owner: null };
      const owner = { id: made.account_id, email: made.email, locale: localeOf(made.locale) };
      return { isMade: true, owner };
    },
    uncount: uncountLink(world.db, hash),
  };
}

/**
 * Holds while an address has no living link of a purpose. Then it is sent one whatever was asked for before: a mail that
 * a stranger asked for serves its owner too, so no number of theirs keeps the owner from having one (promise G5).
 */
export async function hasNoLivingLink(world: World, purpose: KeptLinkPurpose, email: string): Promise<Guard> {
  return noneLives(await addressMac(world, email), purpose, world.now);
}

/**
 * Holds while a link may be mailed that comes without a code: by the counts of its mailbox, or because there is no
 * living one. `nextAt`: when the counts allow another, in milliseconds since 1970.
 */
export async function mayMailLink(
  world: World,
  purpose: KeptLinkPurpose,
  email: string,
): Promise<{ guard: Guard; secondsToWait: () => Promise<number> }> {
  const recipient = await addressMac(world, email);
  const { pauseSeconds, most } = linkMails;
  const [pause, life] = [pauseSeconds * second, linkLifetimeMinutes * minute];
  const fewEnough = both(
    fewerMailed(recipient, purpose, world.now - pause, 1),
    fewerMailed(recipient, purpose, world.now - life, most),
  );
  return {
    guard: either(fewEnough, noneLives(recipient, purpose, world.now)),
    async secondsToWait() {
      const newest = await mailedAt(world.db, recipient, purpose, 0);
      const nth = await mailedAt(world.db, recipient, purpose, most - 1);
      const nextAt = Math.max((newest ?? 0) + pause, (nth ?? 0) + life);
      return secondsUntil(nextAt, world.now);
    },
  };
}
