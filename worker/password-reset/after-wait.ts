import type { D1PreparedStatement } from "@cloudflare/workers-types";
import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import { recordEvent } from "../activity/record.ts";
import { signLink } from "../crypto/signed-link.ts";
import { endedBy } from "../ends.ts";
import { momentInWords } from "../mail/facts.ts";
import { tellOwner } from "../mail/tell-owner.ts";
import { hashPassword } from "../password/hash.ts";
import { hour } from "../time.ts";
import { insertWaiting, isWaiting } from "../waiting/password-reset/store.ts";
import type { World } from "../world.ts";
import type { ProvedReset } from "./proved.ts";
import { resetWaitHours } from "./rules.ts";

/** A new password that waits; `readyAt` in milliseconds. */
export interface BegunWait {
  kind: "waiting";
  readyAt: number;
}

/** How long it waits, what the owner is told of it, and what else is done once it does. */
export interface Wait {
  hours: number;
  kind: "reset_wait_begun" | "disputed_reset_begun";
  also: readonly D1PreparedStatement[];
}

/** The wait of somebody whose only second step is the e-mail that also brought the code. */
const emailWait: Wait = { hours: resetWaitHours, kind: "reset_wait_begun", also: [] };

/**
 * Lets the new password wait, and tells the owner at once how to stop it. Until it is ready nothing has changed:
 * the old one signs in, and no session ends.
 */
export async function resetAfterWait(
  world: World,
  { id, found: { account }, proof, forgive, newPassword }: ProvedReset,
  { hours, kind, also }: Wait = emailWait,
): Promise<Outcome<BegunWait, "code_expired" | "link_expired">> {
  const readyAt = world.now + hours * hour;
  const waits = isWaiting(account.id, id);
  const link = await signLink(world.settings.macKey, "stop-reset", {
    accountId: account.id,
    madeAt: world.now,
    subject: id,
  });
  const news = {
    kind,
    about: momentInWords(readyAt, account.locale),
    wayOut: { kind: "stopReset", link: `${world.settings.origin}/stop-reset?link=${link}` },
  } as const;
  const hash = hashPassword(newPassword, world.random);
  const row = { accountId: account.id, hash, now: world.now, readyAt, resetId: id };
  // It is told in front, while the code is unspent: that the password waits is also true for anyone who comes second.
  const [, , kept] = await world.db.batch([
    recordEvent(world, account.id, { type: "reset_wait_begun" }, proof.isUnspent),
    await tellOwner(world, account, news, proof.isUnspent),
    insertWaiting(world.db, row, proof.isUnspent),
    proof.spend,
    ...endedBy(world, "reset_wait_begun", { accountId: account.id }, waits),
    ...forgive,
    ...also,
  ]);
  return kept?.results.length === 1 ? ok({ kind: "waiting", readyAt }) : fail(proof.gone);
}
