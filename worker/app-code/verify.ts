import { matchingTotpStep } from "../../shared/otp/totp.ts";
import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import type { World } from "../world.ts";
import { appKey, stepWindow } from "./rules.ts";
import { openSecret } from "./secret.ts";
import { findConfirmed, spendStep } from "./store.ts";

/**
 * Checks a code against the account's apps and spends its step (RFC 6238 section 5.2): of any number of requests
 * with one code, exactly one is right, ever. `alreadyUsed` tells an honest person to wait for the next code.
 * An app whose secret does not open keeps no other from being right; where none is, it may have been its code:
 * `method_unavailable`.
 */
export async function verifyAppCode(
  world: World,
  accountId: string,
  code: string,
): Promise<Outcome<void, "wrong_code" | "method_unavailable", { alreadyUsed?: boolean }>> {
  let alreadyUsed = false;
  let unavailable = false;
  for (const row of await findConfirmed(world.db, accountId)) {
    const secret = await openSecret(world, { accountId, methodId: row.id }, row.sealed_secret);
    if (!secret.ok) {
      unavailable = true;
      continue;
    }
    const step = matchingTotpStep(appKey(secret.value, accountId), code, world.now, stepWindow);
    if (step === undefined) continue;
    if (await spendStep(world.db, row.id, step, world.now)) return ok(undefined);
    alreadyUsed = true;
  }
  if (unavailable && !alreadyUsed) return fail("method_unavailable");
  return fail("wrong_code", alreadyUsed ? { alreadyUsed } : {});
}
