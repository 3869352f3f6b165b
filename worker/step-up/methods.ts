import type { StepUpMethod } from "../../shared/contract/errors.ts";
import { proofsThatCount } from "../../shared/contract/proof.ts";
import { readAccount } from "../account/read.ts";
import type { CurrentSession } from "../session/rules.ts";
import type { World } from "../world.ts";

/** What proof a step-up of this session takes; reads the account only where two-factor is on. */
export async function stepUpMethods(world: World, session: CurrentSession): Promise<StepUpMethod[]> {
  if (!session.twoFactorOn) return ["password"];
  return proofsThatCount((await readAccount(world, session.account.id)).twoFactor);
}
