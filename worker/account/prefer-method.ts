import type { Account } from "../../shared/contract/account.ts";
import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import type { World } from "../world.ts";
import { readAccount } from "./read.ts";
import { setPreferredMethod } from "./store.ts";

/** Makes a sign-in ask for this method first. `not_found`: it is no method of this account. */
export async function preferMethod(
  world: World,
  accountId: string,
  methodId: string,
): Promise<Outcome<Account, "not_found">> {
  const account = await readAccount(world, accountId);
  if (!account.twoFactor.methods.some(({ id }) => id === methodId)) return fail("not_found");
  await setPreferredMethod(world.db, accountId, methodId).run();
  return ok({ ...account, twoFactor: { ...account.twoFactor, preferred: methodId } });
}
