import type { ImportProgress } from "../../shared/contract/bring-along.ts";
import { randomId } from "../crypto/random.ts";
import type { World } from "../world.ts";
import { progressOf } from "./read.ts";
import { insertImport } from "./store.ts";

/**
 * Starts an import, or finds the one that the same file has begun, so that whoever was interrupted goes on. `isNew` says
 * which it was.
 */
export async function startImport(
  world: World,
  { fingerprint = null, emailsVerified }: { fingerprint?: string | null; emailsVerified: boolean },
): Promise<{ progress: ImportProgress; isNew: boolean }> {
  const id = randomId(world.random);
  const row = await insertImport(world.db, { id, fingerprint, emailsVerified, now: world.now });
  if (!row) throw new Error("an upsert answers its row");
  return { progress: progressOf(row), isNew: row.id === id };
}
