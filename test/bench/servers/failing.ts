import { AsyncLocalStorage } from "node:async_hooks";
import type { D1Database } from "@cloudflare/workers-types";
import { watchedDatabase } from "../../support/watched-database.ts";
import { type Chance, chanceOf } from "../load/chance.ts";

/** How a round trip fails: nothing is done, or all is done and the answer is lost on its way. */
export type DatabaseFault = "refused" | "lost";

/** What is kept of one request, for what it asks of the database. */
export interface WatchedRequest {
  /** When it came, by the service's clock. */
  now: number;
  /** How often a round trip fails, and the chance that decides; null where none does. */
  faults: { rate: number; chance: Chance } | null;
  /** The faults so far. */
  failed: DatabaseFault[];
}

/** The request that is being answered. */
export const requests = new AsyncLocalStorage<WatchedRequest>();

/** Of all requests: the round trips, and how many of them failed in which way. */
export const injected = { trips: 0, refused: 0, lost: 0 };

/** What the header of a request says of faults: a seed and a rate, as `17 0.01`; without it, nothing fails. */
export function faultsOf(header: string | null): WatchedRequest["faults"] {
  if (header === null) return null;
  const [seed, rate] = header.split(" ").map(Number);
  return { rate: rate ?? 0, chance: chanceOf(seed ?? 0) };
}

/** The database, which fails at times: in half of the cases before anything is done, in half when all of it is. */
export function failingDatabase(database: D1Database): D1Database {
  return watchedDatabase(database, async (trip) => {
    const request = requests.getStore();
    injected.trips++;
    const fault = faultOf(request?.faults ?? null);
    if (fault === null) return trip();
    injected[fault]++;
    request?.failed.push(fault);
    if (fault === "lost") await trip();
    throw new Error("D1_ERROR: Network connection lost.");
  });
}

function faultOf(faults: WatchedRequest["faults"]): DatabaseFault | null {
  if (faults === null || faults.chance() >= faults.rate) return null;
  return faults.chance() < 0.5 ? "refused" : "lost";
}
