import { type Outcome, ok } from "../../shared/outcome.ts";
import type { AccountWithPassword } from "../account/read.ts";
import { type BegunSecondStep, secondStepToBegin } from "../sign-in/second-step.ts";
import { hour } from "../time.ts";
import { isWaiting } from "../waiting/password-reset/store.ts";
import type { World } from "../world.ts";
import { type BegunWait, resetAfterWait } from "./after-wait.ts";
import type { ProvedReset } from "./proved.ts";
import { type Dispute, disputeWaitHours, provableMethods } from "./rules.ts";

/**
 * How long a reset waits because recent changes are disputed and no undisputed method is left that could be asked for;
 * 0 where it does not, in hours (promise S10).
 */
export function hoursToWait({ account, dispute }: AccountWithPassword): number {
  return dispute === null || account.twoFactor.methods.length > 0 ? 0 : disputeWaitHours(dispute);
}

/**
 * Lets the new password wait, and begins a second step by which a suspended app, passkey or recovery code makes it good
 * now: a thief has the mailbox or the method, hardly both. A mail to an address that was changed in the disputed time
 * begins none.
 */
export async function resetInDispute(
  world: World,
  proved: ProvedReset & { found: { dispute: Dispute } },
  hours: number,
): Promise<
  Outcome<BegunSecondStep | BegunWait, Extract<Awaited<ReturnType<typeof resetAfterWait>>, { ok: false }>["code"]>
> {
  const { id, found } = proved;
  const { account, dispute } = found;
  const methods = provableMethods(dispute, account.twoFactor.recoveryCodesLeft);
  const step = methods && { kind: "second_step" as const, methods, preferred: methods[0] ?? ("app" as const) };
  const readyAt = world.now + hours * hour;
  const begun =
    step && (await secondStepToBegin(world, account, step, isWaiting(account.id, id), { resetId: id, readyAt }));
  const also = begun ? [begun.statement] : [];
  const waits = await resetAfterWait(world, proved, { hours, kind: "disputed_reset_begun", also });
  return waits.ok && begun ? ok(begun.answer(step.preferred)) : waits;
}
