import { readOrganisationRules } from "../organisation.ts";
import { onDisk } from "../storage.ts";
import type { VaultEntry } from "../vault/entry.ts";
import { type BackupReminder, backupReminder } from "./reminder.ts";

/** Whether a backup of a vault that was saved at `savedAt` is due, where its codes may be exported. */
export async function readReminder(entries: VaultEntry[], savedAt: string | undefined): Promise<BackupReminder> {
  const due = backupReminder({ entries, savedAt, lastBackupAt: await onDisk("lastBackupAt").read() }, new Date());
  return due && (await readOrganisationRules()).exportAllowed ? due : null;
}
