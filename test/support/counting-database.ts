import { watchedDatabase } from "./watched-database.ts";

/** Counts the round trips to a database: each statement that is run by itself, and each batch. */
export class RoundTrips {
  count = 0;

  /** The real D1, counted. */
  readonly database = watchedDatabase((trip) => {
    this.count++;
    return trip();
  });
}
