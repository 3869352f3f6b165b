import type { PasswordCheck } from "../../shared/contract/password.ts";
import type { World } from "../world.ts";
import { passwordReasons } from "./rules.ts";
import { passwordStrength } from "./strength.ts";

/** Judges a new password by the whole policy, without storing or logging it. */
export function checkPassword(
  world: World,
  password: string,
  circumstances: { email?: string; sameAsBefore?: boolean } = {},
): PasswordCheck {
  const hints = ["latchkey", ...(circumstances.email?.split("@") ?? [])];
  const { score, isCommon } = passwordStrength(password, hints);
  const reasons = passwordReasons(password, { minimum: world.settings.passwordMinimum, isCommon, ...circumstances });
  return { accepted: reasons.length === 0, score, reasons };
}
