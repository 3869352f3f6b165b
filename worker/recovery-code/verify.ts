import type { D1PreparedStatement } from "@cloudflare/workers-types";
import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import { macOf } from "../crypto/mac.ts";
import type { Guard } from "../guard.ts";
import type { World } from "../world.ts";
import { canonicalRecoveryCode, macContext } from "./rules.ts";
import { codeIsUnused, spendCode } from "./store.ts";

/**
 * Spends one of the account's recovery codes: once each, under any concurrency (promise C3). What `tell` answers
 * is written in the same transaction, while the guard that it is given holds: for the one try that spends the code.
 */
export async function verifyRecoveryCode(
  world: World,
  accountId: string,
  typed: string,
  tell: (isSpentHere: Guard) => Promise<D1PreparedStatement[]>,
): Promise<Outcome<void, "wrong_code">> {
  const mac = await macOf(world.settings.macKey, macContext(accountId), canonicalRecoveryCode(typed));
  // The telling goes first: its guard still sees the code unused, and no other try comes in between.
  const told = await tell(codeIsUnused(accountId, mac));
  const results = await world.db.batch([...told, spendCode(world.db, accountId, mac, world.now)]);
  return results.at(-1)?.results.length === 1 ? ok(undefined) : fail("wrong_code");
}
