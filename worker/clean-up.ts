/** Rows of one table that one run of the cron trigger takes away at most, so that no statement holds the database up. */
export const rowsInARun = 500;
