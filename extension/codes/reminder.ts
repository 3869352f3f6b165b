import type { VaultEntry } from "../vault/entry.ts";

/** Days after which a backup is old, where accounts have changed since. */
const oldDays = 30;
const msPerDay = 86_400_000;

/** What is known of the vault and its backups; times in RFC 3339. */
export interface BackupFacts {
  entries: readonly Pick<VaultEntry, "addedAt">[];
  /** When the vault was last written. */
  savedAt: string | undefined;
  lastBackupAt: string | undefined;
}

/** That a backup is due, and when the last one was; null where none is. */
export type BackupReminder = { lastBackupAt: string | null } | null;

/**
 * Whether to remind of a backup: the last one is 30 days old and the vault has changed since, or there has been none
 * and the oldest account is that old.
 */
export function backupReminder({ entries, savedAt, lastBackupAt }: BackupFacts, now: Date): BackupReminder {
  if (entries.length === 0) return null;
  const isOld = (at: string) => now.getTime() - Date.parse(at) >= oldDays * msPerDay;
  if (lastBackupAt === undefined) return entries.some(({ addedAt }) => isOld(addedAt)) ? { lastBackupAt: null } : null;
  const hasChanged = savedAt !== undefined && Date.parse(savedAt) > Date.parse(lastBackupAt);
  return hasChanged && isOld(lastBackupAt) ? { lastBackupAt } : null;
}
