import { env } from "cloudflare:test";
import { watchedDatabase } from "./watched-database.ts";

/**
 * Counts the round trips to a database: each statement that is run by itself, and each batch; and the statements in
 * them.
 */
export class RoundTrips {
  count = 0;
  statements = 0;

  /** The real D1, counted. */
  readonly database = watchedDatabase(env.DB, (trip, statements) => {
    this.count++;
    this.statements += statements;
    return trip();
  });
}
