import type { Verification } from "../../shared/contract/verification.ts";
import { type Outcome, ok } from "../../shared/outcome.ts";
import { recordEvent } from "../activity/record.ts";
import { randomId } from "../crypto/random.ts";
import { emailKey, emailKeys } from "../email-address/rules.ts";
import { codePlace } from "../email-code/send.ts";
import { hasNoLivingLink, linkToMail } from "../link/make.ts";
import { sendMail } from "../mail/send.ts";
import { passwordExists } from "../password/store.ts";
import { insertReset } from "../waiting/password-reset/store.ts";
import type { World } from "../world.ts";
import { resetLetter } from "./letter.ts";

/**
 * Starts a password reset by a mail with a code and a link. For an unknown address the same is done and answered, but
 * for the mail after the answer (promise P5). It goes to the address as the account has it, never to another spelling
 * that somebody typed: what folds to one key may be two mailboxes. A mailbox without a living link is always sent one,
 * and resets before this one stay as they are, so that nobody keeps its owner out by asking (promise G5).
 */
export async function requestPasswordReset(
  world: World,
  email: string,
): Promise<Outcome<Verification, "too_many_attempts", { retryAfter?: number }>> {
  const id = randomId(world.random);
  const place = await codePlace(
    world,
    { purpose: "reset", subject: id, to: email, isFirst: true },
    { whatever: await hasNoLivingLink(world, "reset", email) },
  );
  const link = await linkToMail(world, "reset", email, place.isTaken);
  const { expiresAt } = place.sent;
  const row = { id, email, emailKey: emailKey(email), emailKeys: emailKeys(email), now: world.now, expiresAt };
  const [taken, linked] = await world.db.batch([
    place.statement,
    link.statement,
    insertReset(world.db, row, place.isTaken),
  ]);
  if (taken?.results.length !== 1) return place.refused();
  const { owner } = link.read(linked);
  const ofAccount = owner?.id ?? "";
  await recordEvent(world, ofAccount, { type: "password_reset_requested" }, passwordExists(ofAccount)).run();
  world.afterAnswer(async () => {
    if (!owner) return;
    const { locale } = owner;
    const letter = resetLetter(world, { locale, code: place.code, link: link.address });
    const sent = await sendMail(world, { id: place.sent.id, to: owner.email, ...letter });
    if (!sent.ok) await link.uncount.run();
  });
  return ok({ id, expiresAt: new Date(expiresAt).toISOString() });
}
