import type { D1PreparedStatement } from "@cloudflare/workers-types";
import type { Guard } from "../guard.ts";
import type { World } from "../world.ts";
import { clearReset } from "./store.ts";

/**
 * A statement that lets e-mail be a second step again, after a reset by e-mail, because another one was right
 * (promise S3).
 */
export function allowEmailStep(world: World, accountId: string, guard: Guard): D1PreparedStatement {
  return clearReset(world.db, accountId, guard);
}
