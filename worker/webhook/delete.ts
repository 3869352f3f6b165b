import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import { known } from "../guard.ts";
import type { CurrentOperator } from "../operator/rules.ts";
import { noteDone } from "../operator/store.ts";
import type { World } from "../world.ts";
import { deleteEndpoint, endpointExists } from "./store.ts";

/** Takes an endpoint away, with its secrets and all that it would have been sent. `not_found`: there is none. */
export async function deleteWebhook(
  world: World,
  operator: CurrentOperator,
  id: string,
): Promise<Outcome<void, "not_found">> {
  const [, deleted] = await world.db.batch([
    noteDone(world, operator, { did: `webhook_deleted ${id}`, targetId: known(id) }, endpointExists(id)),
    deleteEndpoint(world.db, id),
  ]);
  return deleted?.results.length === 1 ? ok(undefined) : fail("not_found");
}
