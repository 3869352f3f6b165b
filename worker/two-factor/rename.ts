import type { Account } from "../../shared/contract/account.ts";
import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import { accountOfResult, readAccountStatement } from "../account/read.ts";
import { nameEmailMethod } from "../email-code/store.ts";
import { namePasskey } from "../passkey/rename.ts";
import { nameApp } from "../totp/store.ts";
import type { World } from "../world.ts";

/** Gives a second factor of the account another name, of whatever kind it is. `not_found`: it is none of this account. */
export async function renameMethod(
  world: World,
  accountId: string,
  id: string,
  name: string,
): Promise<Outcome<Account, "not_found">> {
  const results = await world.db.batch([
    nameApp(world, accountId, id, name),
    nameEmailMethod(world, accountId, id, name),
    namePasskey(world, accountId, id, name),
    readAccountStatement(world, accountId),
  ]);
  const renamed = results.slice(0, -1).some((result) => result.results.length === 1);
  return renamed ? ok(accountOfResult(results.at(-1))) : fail("not_found");
}
