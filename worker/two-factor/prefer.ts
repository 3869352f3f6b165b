import type { Account } from "../../shared/contract/account.ts";
import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import { accountOfResult, readAccountStatement } from "../account/read.ts";
import { methodExists, setPreferredMethod } from "../account/store.ts";
import type { World } from "../world.ts";

/** Makes a sign-in ask for this method first. `not_found`: it is no method of this account. */
export async function preferMethod(
  world: World,
  accountId: string,
  methodId: string,
): Promise<Outcome<Account, "not_found">> {
  const [set, read] = await world.db.batch([
    setPreferredMethod(world.db, accountId, methodId, methodExists(accountId, methodId)),
    readAccountStatement(world, accountId),
  ]);
  return set?.results.length === 1 ? ok(accountOfResult(read)) : fail("not_found");
}
