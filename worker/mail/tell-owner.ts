import type { D1PreparedStatement } from "@cloudflare/workers-types";
import type { Locale } from "../../shared/contract/account.ts";
import type { Guard } from "../guard.ts";
import type { World } from "../world.ts";
import { newsToGather } from "./gathered-news.ts";
import { mailboxMac } from "./mailbox-mac.ts";
import { makeNotMeLink } from "./not-me-link.ts";
import { queueMail } from "./queue.ts";
import { canBeGathered } from "./rules.ts";
import { type SecurityNews, securityLetter, type WayOut } from "./security-letter.ts";

/** Whom a security mail goes to: a session's account, or an account itself. */
export interface Owner {
  id: string;
  email: string;
  locale: Locale;
}

/**
 * A statement that queues a mail on something that has just happened to an account, while `guard` holds. Unless `news`
 * names another way out or none, it carries the signed 'this wasn't me' link (promise S7). Where the account or its
 * mailbox got many mails lately, news are gathered into one; a change of protection never is (promise G7).
 */
export async function tellOwner(
  world: World,
  owner: Owner,
  news: SecurityNews & { wayOut?: WayOut | null },
  guard: Guard,
): Promise<D1PreparedStatement> {
  const { kind, wayOut = { kind: "notMe", link: await makeNotMeLink(world, owner.id) } } = news;
  return queueMail(
    world,
    {
      accountId: owner.id,
      to: owner.email,
      letter: securityLetter(owner.locale, news, wayOut, world),
      kind,
      mailbox: await mailboxMac(world, owner.email),
      gathered: canBeGathered(kind) ? await newsToGather(owner.locale, news, world) : undefined,
    },
    guard,
  );
}
