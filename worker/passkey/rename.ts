import type { D1PreparedStatement } from "@cloudflare/workers-types";
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

/** The same as a statement of a batch; answers a row if there is one of this id. */
export function namePasskey(world: World, accountId: string, id: string, name: string): D1PreparedStatement {
  return renameRow(world.db, accountId, id, name);
}
