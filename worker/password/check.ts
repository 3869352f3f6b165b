import type { PasswordCheck } from "../../shared/contract/password.ts";
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
