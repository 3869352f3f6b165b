import { type AccountWithPassword, findAccountWithPassword } from "../../account/read.ts";
import type { World } from "../../world.ts";
import { carryOutTwoFactorReset } from "./carry-out.ts";

/**
 * Carries out a reset of two-factor whose time has come, at a sign-in that is before the cron trigger, whoever tries
 * it; the account is read anew, for the reset may have been stopped in that moment.
 */
export async function applyTwoFactorReset(
  world: World,
  found: AccountWithPassword,
): Promise<AccountWithPassword | null> {
  const { account, twoFactorReset } = found;
  if (twoFactorReset === null || twoFactorReset.readyAt > world.now) return found;
  await carryOutTwoFactorReset(world, account, twoFactorReset);
  return findAccountWithPassword(world, account.id);
}
