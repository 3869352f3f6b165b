import type { EmailChange } from "../../../shared/contract/account.ts";
import type { World } from "../../world.ts";
import { findChangesOf } from "./store.ts";

/** The changes of the account's address that are kept, the newest first. */
export async function listEmailChanges(world: World, accountId: string): Promise<EmailChange[]> {
  const rows = await findChangesOf(world.db, accountId);
  return rows.map((row) => ({
    from: row.old_email,
    to: row.new_email,
    requestedAt: new Date(row.created_at).toISOString(),
    confirmedAt: row.confirmed_at === null ? null : new Date(row.confirmed_at).toISOString(),
    undoneAt: row.undone_at === null ? null : new Date(row.undone_at).toISOString(),
  }));
}
