import type { PasswordCheck } from "../../shared/contract/password.ts";
import { type Outcome, ok } from "../../shared/outcome.ts";
import { networkMac } from "../throttle/key.ts";
import { passwordChecks } from "../throttle/rules.ts";
import { takeTry } from "../throttle/take-try.ts";
import type { World } from "../world.ts";
import { isBreached } from "./breach.ts";
import { passwordReasons } from "./rules.ts";
import { passwordStrength } from "./strength.ts";

/**
 * Judges a new password by the whole policy, without storing or logging it.
 * Breaches are looked up last, for what is else accepted: what is refused already need not leave the worker, not even in part.
 */
export async function checkPassword(
  world: World,
  password: string,
  circumstances: { email?: string; sameAsBefore?: boolean } = {},
): Promise<PasswordCheck> {
  const hints = ["latchkey", ...(circumstances.email?.split("@") ?? [])];
  const { score, isCommon } = await passwordStrength(world, password, hints);
  const reasons = passwordReasons(password, { minimum: world.settings.passwordMinimum, isCommon, ...circumstances });
  if (reasons.length === 0 && (await isBreached(world, password))) reasons.push("breached");
  return { accepted: reasons.length === 0, score, reasons };
}

/** The same for anybody who asks, counted by network before any work is done (promise G8). */
export async function checkForAnyone(
  world: World,
  password: string,
  email?: string,
): Promise<Outcome<PasswordCheck, "too_many_attempts", { retryAfter?: number }>> {
  const network = await networkMac(world);
  const taken = network === null ? null : await takeTry(world, `password-check:network:${network}`, passwordChecks);
  return taken?.ok === false ? taken : ok(await checkPassword(world, password, { email }));
}
