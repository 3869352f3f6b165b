import type { UnlockSent } from "../../shared/contract/sign-in.ts";
import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import { randomId } from "../crypto/random.ts";
import { linkToMail, mayMailLink } from "../link/make.ts";
import { sendMail } from "../mail/send.ts";
import type { World } from "../world.ts";
import { unlockLetter } from "./letter.ts";

/**
 * Mails the owner of an address a link by which a browser can try the password although others have tried too often
 * (promise G5). For an unknown address the same is done and answered, but for the mail after the answer (promise P5).
 */
export async function requestUnlock(
  world: World,
  email: string,
): Promise<Outcome<UnlockSent, "too_many_attempts", { retryAfter?: number }>> {
  const mayMail = await mayMailLink(world, "unlock", email);
  const link = await linkToMail(world, "unlock", email, mayMail.guard);
  const { isMade, owner } = link.read(await link.statement.all());
  if (!isMade) return fail("too_many_attempts", { retryAfter: await mayMail.secondsToWait() });
  world.afterAnswer(async () => {
    if (!owner) return;
    const letter = unlockLetter(world, owner.locale, link.address);
    const sent = await sendMail(world, { id: randomId(world.random), to: owner.email, ...letter });
    if (!sent.ok) await link.uncount.run();
  });
  return ok({ expiresAt: new Date(link.expiresAt).toISOString() });
}
