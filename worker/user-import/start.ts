import type { ImportProgress } from "../../shared/contract/user-import.ts";
import { randomId } from "../crypto/random.ts";
import { always } from "../guard.ts";
import type { CurrentOperator } from "../operator/rules.ts";
import { noteDone } from "../operator/store.ts";
import type { World } from "../world.ts";
import { progressOf } from "./read.ts";
import { type ImportRow, idOfImport, insertImport } from "./store.ts";

/**
 * Starts an import, or finds the one that the same file has begun, so that anyone who was interrupted goes on. `isNew` says
 * which it was.
 */
export async function startImport(
  world: World,
  operator: CurrentOperator,
  { fingerprint = null, emailsVerified }: { fingerprint?: string | null; emailsVerified: boolean },
): Promise<{ progress: ImportProgress; isNew: boolean }> {
  const id = randomId(world.random);
  const wanted = { id, fingerprint, emailsVerified };
  const [begun] = await world.db.batch<ImportRow>([
    insertImport(world.db, { ...wanted, now: world.now }),
    noteDone(world, operator, { did: "import_started", targetId: idOfImport(wanted) }, always),
  ]);
  const row = begun?.results[0];
  if (!row) throw new Error("an upsert answers its row");
  return { progress: progressOf(row), isNew: row.id === id };
}
