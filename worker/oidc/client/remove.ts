import { fail, type Outcome, ok } from "../../../shared/outcome.ts";
import type { World } from "../../world.ts";
import { endGrantsOf } from "../end-grants.ts";
import { clientExists, deleteClient } from "./store.ts";

/** Takes a site away, with every code and access token of it. `not_found`: there is none, or it is one of the settings. */
export async function removeClient(world: World, id: string): Promise<Outcome<void, "not_found">> {
  // The grants first: they go only with a site of the table.
  const [, removed] = await world.db.batch([endGrantsOf(world, id, clientExists(id)), deleteClient(world.db, id)]);
  return removed?.results.length === 1 ? ok(undefined) : fail("not_found");
}
