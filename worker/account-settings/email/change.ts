import type { EmailCodeSent } from "../../../shared/contract/email-code.ts";
import type { ProblemDetails } from "../../../shared/contract/problem.ts";
import { type Outcome, ok } from "../../../shared/outcome.ts";
import { recordEvent } from "../../activity/record.ts";
import { emailKey, emailKeys, keptAddress, maskEmail } from "../../email-address/rules.ts";
import { codeLetter } from "../../email-code/letter.ts";
import { sendChangeCode } from "../../email-code/send-for-change.ts";
import { always } from "../../guard.ts";
import { limitChanges } from "../../mail/limit-changes.ts";
import { type Owner, tellOwner } from "../../mail/tell-owner.ts";
import { findTaker, insertChange } from "../../waiting/email-change/store.ts";
import type { World } from "../../world.ts";
import { addressTakenForChangeLetter } from "./letter.ts";

/**
 * Starts a change of the account's address: a code goes to the new one, and the old one is told at once. A taken
 * address gets the same answer for the same work, and its owner a mail that says so; the code kept for it was sent
 * to nobody (promise P5).
 */
export async function changeEmail(
  world: World,
  owner: Owner,
  typed: string,
): Promise<Outcome<EmailCodeSent, "too_many_attempts" | "mail_not_sent", ProblemDetails>> {
  const { id: accountId, locale } = owner;
  const newEmail = keptAddress(typed);
  const newEmailKey = emailKey(newEmail);
  const taker = await findTaker(world.db, emailKeys(typed), accountId);
  const letter = (code: string) =>
    taker !== null
      ? addressTakenForChangeLetter(world, locale)
      : codeLetter(world, { purpose: "change_email", locale, code });
  const change = { accountId, kind: "email_change_requested" } as const;
  const request = { purpose: "change_email", subject: accountId, to: taker ?? newEmail, letter } as const;
  const sent = await sendChangeCode(world, request, change);
  if (!sent.ok) return sent;
  const { id, expiresAt, resendAfter } = sent.value;
  const about = maskEmail(newEmail);
  const done = await limitChanges(world, change, [
    insertChange(world.db, { id, accountId, newEmail, newEmailKey, now: world.now, expiresAt }),
    recordEvent(world, accountId, { type: "email_change_requested", detail: { to: about } }, always),
    await tellOwner(world, owner, { kind: "email_change_requested", about }, always),
  ]);
  if (!done.ok) return done;
  return ok({
    sentTo: about,
    expiresAt: new Date(expiresAt).toISOString(),
    resendAfter: new Date(resendAfter).toISOString(),
  });
}
