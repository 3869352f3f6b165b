import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import type { World } from "../world.ts";
import { renameRow } from "./store.ts";

/** Gives a passkey of the account another name. `not_found`: it has none of that id. */
export async function renamePasskey(
  world: World,
  accountId: string,
  id: string,
  name: string,
): Promise<Outcome<void, "not_found">> {
  return (await renameRow(world.db, accountId, id, name).first()) ? ok(undefined) : fail("not_found");
}
