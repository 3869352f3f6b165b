import type { D1PreparedStatement } from "@cloudflare/workers-types";
import type { World } from "../world.ts";
import { setAppName } from "./store.ts";

/** A statement that gives an active app of the account another name; answers a row if there is one of this id. */
export function nameApp(world: World, accountId: string, id: string, name: string): D1PreparedStatement {
  return setAppName(world.db, accountId, id, name);
}
