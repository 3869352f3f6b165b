import type { D1PreparedStatement, D1Result } from "@cloudflare/workers-types";
import type { World } from "../world.ts";
import { dummyHash, hashPassword, needsRehash, passwordIsVoid, passwordMatches } from "./hash.ts";
import { rehashPassword } from "./store.ts";

/** Whose password is checked; null where the address is unknown. */
export type PasswordHolder = { accountId: string; hash: string } | null;

/** What a password turned out to be. A right one may bring statements that hash it anew, for the batch of what it allows. */
export type JudgedPassword = { is: "right"; rehash: D1PreparedStatement[] } | { is: "wrong" } | { is: "void" };

/**
 * Whether `password` is the holder's; `void` where it is and a new one is due (promise S7). For nobody's password the work
 * of `decoy` is done, to the answer of a wrong one (promise P5). A right one whose hash is another system's, or of
 * yesterday's parameters, is hashed anew (promise P1); the rehash comes last in its batch, for what is guarded by the
 * old hash.
 */
export async function judgePassword(
  world: World,
  holder: PasswordHolder,
  password: string,
  decoy: string = dummyHash,
): Promise<JudgedPassword> {
  const matches = await passwordMatches(holder?.hash ?? decoy, password);
  if (!matches || holder === null) return { is: "wrong" };
  if (passwordIsVoid(holder.hash)) return { is: "void" };
  if (!needsRehash(holder.hash)) return { is: "right", rehash: [] };
  const hashes = { old: holder.hash, next: hashPassword(password, world.random) };
  return { is: "right", rehash: [rehashPassword(world.db, holder.accountId, hashes)] };
}

/** The hash in the answer of `findDecoy`; ours where there is no account at all. */
export function decoyOf(result: D1Result | undefined): string {
  const [row] = (result?.results ?? []) as { hash: string | null }[];
  return row?.hash ?? dummyHash;
}
