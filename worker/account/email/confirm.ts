import type { Account } from "../../../shared/contract/account.ts";
import type { ProblemDetails } from "../../../shared/contract/errors.ts";
import { fail, type Outcome, ok } from "../../../shared/outcome.ts";
import { recordEvent } from "../../activity/record.ts";
import { signLink } from "../../crypto/signed-link.ts";
import { forgetDevices } from "../../device/forget.ts";
import { maskEmail } from "../../email-address/rules.ts";
import { verifyEmailCode } from "../../email-code/verify.ts";
import { type Owner, tellOwner } from "../../mail/tell-owner.ts";
import { voidResets } from "../../password-reset/end.ts";
import { endSignIns } from "../../sign-in/end.ts";
import type { World } from "../../world.ts";
import { accountOfResult, readAccountStatement } from "../read.ts";
import { voidLinks } from "../void-links.ts";
import { changeIsWaiting, findWaitingChange, markConfirmed, setAddress } from "./store.ts";

/**
 * Gives the account its new address once the code that was sent there comes back. Sign-ins and resets in progress
 * end, for they may wait for a code at the old address, and remembered browsers are forgotten (promise S5). Both
 * addresses are told, the old one with the link that undoes it. Where e-mail is a second factor, it goes along: the
 * code has just proved the new address as setting it up would.
 */
export async function confirmEmail(
  world: World,
  owner: Owner,
  code: string,
): Promise<Outcome<Account, "wrong_code" | "code_expired", ProblemDetails>> {
  const accountId = owner.id;
  const change = await findWaitingChange(world.db, accountId, world.now);
  if (!change) return fail("code_expired");
  const attempt = { purpose: "change_email", subject: accountId, id: change.id, code } as const;
  const verified = await verifyEmailCode(world, attempt);
  if (!verified.ok) return verified;

  const isWaiting = changeIsWaiting(change.id);
  const about = maskEmail(change.new_email);
  const changed = { kind: "email_changed", about, wayOut: await undoLink(world, accountId, change.id) } as const;
  const nowTheirs = { ...owner, email: change.new_email };
  const results = await world.db.batch([
    setAddress(world.db, { id: change.id, accountId }, "new", isWaiting),
    recordEvent(world, accountId, { type: "email_changed", detail: { to: about } }, isWaiting),
    await tellOwner(world, owner, changed, isWaiting),
    await tellOwner(world, nowTheirs, { kind: "email_is_new" }, isWaiting),
    endSignIns(world, accountId, isWaiting),
    forgetDevices(world, accountId, isWaiting),
    ...voidResets(world, accountId, isWaiting),
    // The mails at the old address are no longer this person's to act on, but for the one that undoes this.
    voidLinks(world, accountId, isWaiting),
    markConfirmed(world.db, change.id, world.now, isWaiting),
    readAccountStatement(world, accountId),
  ]);
  return results[0]?.results.length === 1 ? ok(accountOfResult(results.at(-1))) : fail("code_expired");
}

async function undoLink(world: World, accountId: string, changeId: string) {
  const content = { accountId, madeAt: world.now, subject: changeId };
  const link = await signLink(world.settings.macKey, "undo-email", content);
  return { kind: "undoEmail", link: `${world.settings.origin}/undo-email?link=${link}` } as const;
}
