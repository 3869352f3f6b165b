import type { D1PreparedStatement, D1Result } from "@cloudflare/workers-types";
import type { World } from "../world.ts";
import { dummyHash } from "./hash.ts";
import { hashNear } from "./store.ts";

/**
 * A statement that finds the hash whose work a password for an unknown address costs: of some account, the same for an
 * address each time. Ids are as random as `addressMac`, so that of unknown addresses as many cost what a hash of
 * another system costs as of known ones, and how long an answer takes tells nothing of either (promise P5).
 */
export function findDecoy(world: World, addressMac: string): D1PreparedStatement {
  return hashNear(world.db, addressMac);
}

/** The hash in the answer of `findDecoy`; ours where there is no account at all. */
export function decoyOf(result: D1Result | undefined): string {
  const [row] = (result?.results ?? []) as { hash: string | null }[];
  return row?.hash ?? dummyHash;
}
