import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import type { World } from "../world.ts";
import { deleteEndpoint } from "./store.ts";

/** Takes an endpoint away, with its secrets and all that it would have been sent. `not_found`: there is none. */
export async function deleteWebhook(world: World, id: string): Promise<Outcome<void, "not_found">> {
  return (await deleteEndpoint(world.db, id)) ? ok(undefined) : fail("not_found");
}
