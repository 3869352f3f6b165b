import type { D1PreparedStatement } from "@cloudflare/workers-types";
import type { World } from "../world.ts";
import { deleteThrottlesOf } from "./store.ts";

/** A statement that forgets whatever was counted of an account. */
export function forgetTriesOf(world: World, accountId: string): D1PreparedStatement {
  return deleteThrottlesOf(world.db, accountId);
}
