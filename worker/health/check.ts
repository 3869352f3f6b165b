import { version } from "../../package.json";
import type { Health } from "../../shared/contract/health.ts";
import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import type { World } from "../world.ts";
import { expectedMigrations } from "./expected.ts";
import { firstMissing } from "./store.ts";

/**
 * What a worker says whose database answers and is as this build needs it; rejects where it does not answer.
 * `migration_missing` names the first migration that was not applied. A database that is ahead of the worker is fine: so it
 * is in the minute before the deployment that needs it.
 */
export async function checkHealth(world: World): Promise<Outcome<Health, "migration_missing", { migration: string }>> {
  const missing = await firstMissing(world.db, await expectedMigrations(world));
  return missing === null ? ok({ status: "ok", version }) : fail("migration_missing", { migration: missing });
}
