import type { D1Result } from "@cloudflare/workers-types";
import { dummyHash } from "./hash.ts";

/** The hash in the answer of `findDecoy`; ours where there is no account at all. */
export function decoyOf(result: D1Result | undefined): string {
  const [row] = (result?.results ?? []) as { hash: string | null }[];
  return row?.hash ?? dummyHash;
}
