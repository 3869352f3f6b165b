import type { Account } from "../../../shared/contract/account.ts";
import type { ProblemDetails } from "../../../shared/contract/problem.ts";
import { fail, type Outcome, ok } from "../../../shared/outcome.ts";
import { accountOfResult, readAccountStatement } from "../../account/read.ts";
import { setAddress } from "../../account/store.ts";
import { recordEvent } from "../../activity/record.ts";
import { signLink } from "../../crypto/signed-link.ts";
import { emailKeys, maskEmail } from "../../email-address/rules.ts";
import { judgeAddressCode } from "../../email-code/verify-address.ts";
import { endedBy } from "../../ends.ts";
import { tellOwner } from "../../mail/tell-owner.ts";
import type { CurrentSession } from "../../session/rules.ts";
import { changeIsWaiting, findWaitingChange, markConfirmed } from "../../waiting/email-change/store.ts";
import type { World } from "../../world.ts";

/**
 * Gives the account its new address once the code that was sent there comes back. What began while the old
 * one was theirs ends, with what its mails allow, but for the link that undoes this (promise S5b). Both addresses are
 * told, the old one with the link that undoes it. Where e-mail is a second factor, it goes along: the
 * code has just proved the new address as setting it up would.
 */
export async function confirmEmail(
  world: World,
  { id: sessionId, account: owner }: CurrentSession,
  code: string,
): Promise<Outcome<Account, "wrong_code" | "code_expired" | "too_many_attempts", ProblemDetails>> {
  const accountId = owner.id;
  const change = await findWaitingChange(world.db, accountId, world.now);
  if (!change) return fail("code_expired");
  const attempt = { purpose: "change_email", subject: accountId, id: change.id, code } as const;
  const verified = await judgeAddressCode(world, { ...attempt, email: change.new_email });
  if (!verified.ok) return verified;

  const isWaiting = changeIsWaiting(change.id, emailKeys(change.new_email), world.now);
  const about = maskEmail(change.new_email);
  const changed = { kind: "email_changed", about, wayOut: await undoLink(world, accountId, change.id) } as const;
  const nowTheirs = { ...owner, email: change.new_email };
  const results = await world.db.batch([
    setAddress(world.db, { id: change.id, accountId }, "new", isWaiting),
    recordEvent(world, accountId, { type: "email_changed", detail: { to: about } }, isWaiting),
    await tellOwner(world, owner, changed, isWaiting),
    await tellOwner(world, nowTheirs, { kind: "email_is_new" }, isWaiting),
    ...endedBy(world, "email_changed", { accountId, sessionId, emailChangeId: change.id }, isWaiting),
    markConfirmed(world.db, change.id, { now: world.now, sessionId: world.sessionId ?? "" }, isWaiting),
    ...verified.value.forgive,
    readAccountStatement(world, accountId),
  ]);
  return results[0]?.results.length === 1 ? ok(accountOfResult(results.at(-1))) : fail("code_expired");
}

async function undoLink(world: World, accountId: string, changeId: string) {
  const content = { accountId, madeAt: world.now, subject: changeId };
  const link = await signLink(world.settings.macKey, "undo-email", content);
  return { kind: "undoEmail", link: `${world.settings.origin}/undo-email?link=${link}` } as const;
}
