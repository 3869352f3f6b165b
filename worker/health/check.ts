import { version } from "../../package.json";
import type { Health } from "../../shared/contract/health.ts";
import type { World } from "../world.ts";
import { touchDatabase } from "./store.ts";

/** What a worker says whose database answers; rejects where it does not. */
export async function checkHealth(world: World): Promise<Health> {
  await touchDatabase(world.db);
  return { status: "ok", version };
}
