import type { StepUpMethod } from "../../shared/contract/errors.ts";
import { readAccount } from "../account/read.ts";
import type { CurrentSession } from "../session/rules.ts";
import type { World } from "../world.ts";

/**
 * What proof a step-up takes: the enrolled factors, the preferred one first, or passkeys alone where the account asks for nothing
 * weaker; a recovery code where wrong codes disabled them all; the password only where there are none.
 */
export async function stepUpMethods(world: World, session: CurrentSession): Promise<StepUpMethod[]> {
  if (!session.twoFactorOn) return ["password"];
  const { twoFactor } = await readAccount(world, session.account.id);
  const preferredFirst = twoFactor.methods.toSorted(
    (a, b) => Number(b.id === twoFactor.preferred) - Number(a.id === twoFactor.preferred),
  );
  const usable = preferredFirst.filter(
    ({ type, disabled }) => !disabled && !(twoFactor.passkeysOnly && type !== "passkey"),
  );
  return usable.length > 0 ? [...new Set(usable.map(({ type }) => type))] : ["recovery"];
}
