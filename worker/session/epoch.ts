import type { D1PreparedStatement } from "@cloudflare/workers-types";
import type { World } from "../world.ts";
import { beganSinceEpoch, beginEpoch } from "./store.ts";

/**
 * A statement that ends everybody's sessions, remembered browsers and sign-ins in progress, in the moment in which it
 * is run: one row is written, so a million sessions end like one. The cron trigger cleans up behind it.
 */
export function endEverybodysSessions({ db, now }: Pick<World, "db" | "now">): D1PreparedStatement {
  return beginEpoch(db, now);
}

/**
 * Whether what began at `column`, an expression in SQL, was not ended for everybody since: a condition of every statement
 * that asks whether a remembered browser, a sign-in in progress or what another site holds still counts.
 */
export function stillCounts(column: string): string {
  return beganSinceEpoch(column);
}
