const prefix = "deletion.";

/** Accounts that one run of the cron trigger deletes at most. */
export const deletionsInARun = 50;

/** The id of a deletion: a request that stops one is told from others by it, before anything is read. */
export function deletionId(random: string): string {
  return `${prefix}${random}`;
}

/** Whether it is the id of a deletion. */
export function isDeletionId(id: string): boolean {
  return id.startsWith(prefix);
}
