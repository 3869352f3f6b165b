import type { D1Result } from "@cloudflare/workers-types";
import { matchingTotpStep } from "../../shared/otp/totp.ts";
import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import type { World } from "../world.ts";
import { stepWindow, totpKey } from "./rules.ts";
import { openSecret } from "./secret.ts";
import { type ConfirmedAppRow, spendStep } from "./store.ts";

/**
 * Checks a code against the account's apps, as `appsToVerify` read them, and spends its step (RFC 6238 section 5.2):
 * of any number of requests with one code, exactly one is right, ever. `alreadyUsed` tells an honest person to wait
 * for the next code. An app whose secret does not open keeps no other from being right; where none is, it may have
 * been its code: `method_unavailable`. Answers the id of the app whose code it was. `spend` is another one where the apps are kept elsewhere.
 */
export async function verifyTotpCode(
  world: World,
  accountId: string,
  code: string,
  apps: D1Result | undefined,
  spend: (id: string, step: number) => Promise<unknown> = (id, step) => spendStep(world.db, id, step, world.now),
): Promise<Outcome<string, "wrong_code" | "method_unavailable", { alreadyUsed?: boolean }>> {
  let alreadyUsed = false;
  let unavailable = false;
  for (const row of (apps?.results ?? []) as unknown as ConfirmedAppRow[]) {
    const secret = await openSecret(world, { accountId, methodId: row.id }, row.sealed_secret);
    if (!secret.ok) {
      unavailable = true;
      continue;
    }
    const step = matchingTotpStep(totpKey(secret.value, accountId, row), code, world.now, stepWindow);
    if (step === undefined) continue;
    if (await spend(row.id, step)) return ok(row.id);
    alreadyUsed = true;
  }
  if (unavailable && !alreadyUsed) return fail("method_unavailable");
  return fail("wrong_code", alreadyUsed ? { alreadyUsed } : {});
}
