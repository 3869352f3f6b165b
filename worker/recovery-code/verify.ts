import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import { macOf } from "../crypto/mac.ts";
import type { World } from "../world.ts";
import { canonicalRecoveryCode, macContext } from "./rules.ts";
import { spendCode } from "./store.ts";

/** Spends one of the account's recovery codes: once each, under any concurrency (promise C3). */
export async function verifyRecoveryCode(
  world: World,
  accountId: string,
  typed: string,
): Promise<Outcome<void, "wrong_code">> {
  const mac = await macOf(world.settings.macKey, macContext(accountId), canonicalRecoveryCode(typed));
  return (await spendCode(world.db, accountId, mac, world.now)) ? ok(undefined) : fail("wrong_code");
}
