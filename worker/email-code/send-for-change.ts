import { fail } from "../../shared/outcome.ts";
import { always, both } from "../guard.ts";
import { secondsToChange } from "../mail/limit-changes.ts";
import type { LimitedChange } from "../mail/rules.ts";
import { mayChange } from "../mail/store.ts";
import type { World } from "../world.ts";
import { type EmailCodeRequest, sendEmailCode } from "./send.ts";

/**
 * Mails the code of a change that is made ten times a day at most. The eleventh is refused here, before its code is
 * mailed, and again in the batch that makes it (promises G7, G8).
 */
export async function sendChangeCode(
  world: World,
  request: EmailCodeRequest,
  change: LimitedChange,
): ReturnType<typeof sendEmailCode> {
  const guard = both(request.guard ?? always, mayChange(world, change));
  const sent = await sendEmailCode(world, { ...request, guard });
  if (sent.ok || sent.code !== "too_many_attempts") return sent;
  const { retryAfter = 1 } = sent.details;
  return fail("too_many_attempts", { retryAfter: Math.max(retryAfter, await secondsToChange(world, change)) });
}
