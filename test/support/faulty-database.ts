import { env } from "cloudflare:test";
import { watchedDatabase } from "./watched-database.ts";

/** How a round trip fails: nothing is done, or all is done and the answer is lost on its way. */
export type Fault = "refused" | "lost";

/** The real D1, until it is told to fail one of the round trips to come. */
export class FaultyDatabase {
  /** Round trips so far, since the last `failOn`. */
  trips = 0;
  #failing = Number.POSITIVE_INFINITY;
  #fault: Fault = "refused";

  readonly database = watchedDatabase(env.DB, async (trip) => {
    if (++this.trips !== this.#failing) return trip();
    if (this.#fault === "lost") await trip();
    throw new Error("D1_ERROR: Network connection lost.");
  });

  /** Lets the `number`th round trip from now on fail, once; none where it is infinite. */
  failOn(number: number, fault: Fault): void {
    this.trips = 0;
    this.#failing = number;
    this.#fault = fault;
  }

  /** Lets nothing fail any more. */
  mend(): void {
    this.#failing = Number.POSITIVE_INFINITY;
  }
}
