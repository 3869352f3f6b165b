import type { Verification } from "../../shared/contract/verification.ts";
import { type Outcome, ok } from "../../shared/outcome.ts";
import { recordEvent } from "../activity/record.ts";
import { randomId } from "../crypto/random.ts";
import { emailKey } from "../email-address/rules.ts";
import { codeLifetimeMinutes } from "../email-code/rules.ts";
import { sendEmailCodeUnseen } from "../email-code/send.ts";
import { codeLetter } from "../mail/letter.ts";
import { passwordExists } from "../password/guard.ts";
import type { World } from "../world.ts";
import { deleteOlderResets, deleteReset, insertReset } from "./store.ts";

/**
 * Starts a password reset by a mailed code. For an unknown address the same is done and answered, but for the mail
 * after the answer (promise P5). It goes to the address as the account has it, never to another spelling that somebody
 * typed: what folds to one key may be two mailboxes.
 */
export async function requestPasswordReset(
  world: World,
  email: string,
): Promise<Outcome<Verification, "too_many_attempts", { retryAfter?: number }>> {
  const id = randomId(world.random);
  const key = emailKey(email);
  const expiresAt = world.now + codeLifetimeMinutes * 60_000;
  const owner = await insertReset(world.db, { id, email, emailKey: key, now: world.now, expiresAt });
  const accountId = owner?.account_id ?? null;
  const locale = owner?.locale === "es" ? "es" : "en";
  const sent = await sendEmailCodeUnseen(
    world,
    {
      purpose: "reset",
      subject: id,
      to: owner?.email ?? email,
      letter: (code) => codeLetter(world, { purpose: "reset", locale, code }),
    },
    accountId !== null,
  );
  if (!sent.ok) {
    await deleteReset(world.db, id).run();
    return sent;
  }
  const ofAccount = accountId ?? "";
  await world.db.batch([
    deleteOlderResets(world.db, key, id),
    recordEvent(world, ofAccount, { type: "password_reset_requested" }, passwordExists(ofAccount)),
  ]);
  return ok({ id, expiresAt: new Date(expiresAt).toISOString() });
}
