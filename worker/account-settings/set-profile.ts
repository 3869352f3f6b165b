import type { Account, Profile } from "../../shared/contract/account.ts";
import { accountOfResult, readAccountStatement } from "../account/read.ts";
import { setProfileRow } from "../account/store.ts";
import type { World } from "../world.ts";

/** Keeps the language that the account's mails are written in, and what its owner is called; what is missing stays as it is. */
export async function setProfile(world: World, accountId: string, profile: Profile): Promise<Account> {
  const [, read] = await world.db.batch([
    setProfileRow(world.db, accountId, profile),
    readAccountStatement(world, accountId),
  ]);
  return accountOfResult(read);
}
