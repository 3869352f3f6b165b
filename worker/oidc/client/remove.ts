import { fail, type Outcome, ok } from "../../../shared/outcome.ts";
import { known } from "../../guard.ts";
import { forgetLogouts } from "../../logout/note.ts";
import type { CurrentOperator } from "../../operator/rules.ts";
import { noteDone } from "../../operator/store.ts";
import type { World } from "../../world.ts";
import { endFamiliesOfClient } from "../family/store.ts";
import { endGrantsOf } from "../store.ts";
import { clientExists, deleteClient } from "./store.ts";

/** Takes a site away, with every code and access token of it. `not_found`: there is none, or it is one of the settings. */
export async function removeClient(
  world: World,
  operator: CurrentOperator,
  id: string,
): Promise<Outcome<void, "not_found">> {
  const isThere = clientExists(id);
  const results = await world.db.batch([
    noteDone(world, operator, { did: "site_removed", targetId: known(id) }, isThere),
    // The grants first: they go only with a site of the table.
    endGrantsOf(world, id, isThere),
    endFamiliesOfClient(world, id, isThere),
    forgetLogouts(world, id, isThere),
    deleteClient(world.db, id),
  ]);
  return results.at(-1)?.results.length === 1 ? ok(undefined) : fail("not_found");
}
