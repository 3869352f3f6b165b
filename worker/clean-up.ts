/** Rows that one statement takes away at most, so that none holds the database up. */
export const rowsAtOnce = 500;

/**
 * How often one run of the cron trigger does so in one table: every five minutes, that is 2.9 million rows a day. All
 * chores together stay below the 1,000 queries that D1 answers one invocation.
 */
const timesInARun = 20;

/** Takes away what is past, as much as one run may. `deleteSome` takes `limit` rows at most and answers how many went. */
export async function cleanUp(deleteSome: (limit: number) => Promise<number>): Promise<void> {
  for (let times = 0; times < timesInARun; times++) {
    if ((await deleteSome(rowsAtOnce)) < rowsAtOnce) return;
  }
}
