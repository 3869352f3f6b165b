import type { Passkeys } from "../../shared/contract/passkey.ts";
import { accountOfResult, readAccountStatement } from "../account/read.ts";
import { signalOf } from "../passkey/list.ts";
import { credentialsToSignal } from "../passkey/store.ts";
import { disputedCredentials } from "../set-aside/suspended/store.ts";
import type { World } from "../world.ts";

/** The account's passkeys, with what to tell the browser of them. */
export async function listPasskeys(world: World, accountId: string): Promise<Passkeys> {
  const [read, rows] = await world.db.batch([
    readAccountStatement(world, accountId),
    credentialsToSignal(world, accountId, disputedCredentials(accountId)),
  ]);
  const account = accountOfResult(read);
  return {
    passkeys: account.twoFactor.methods.filter(({ type }) => type === "passkey"),
    signal: signalOf(world, account, rows),
  };
}
