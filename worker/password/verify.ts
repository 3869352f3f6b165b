import type { World } from "../world.ts";
import { dummyHash, hashPassword, needsRehash, passwordMatches } from "./hash.ts";
import { rehashPassword } from "./store.ts";
import { passwordIsVoid } from "./void.ts";

/** Whose password is checked; null where the address is unknown. */
export type PasswordHolder = { accountId: string; hash: string } | null;

/** Whether `password` is the holder's and good. */
export function verifyPassword(world: World, holder: PasswordHolder, password: string): boolean {
  return judgePassword(world, holder, password) === "right";
}

/**
 * Whether `password` is the holder's; `void` where it is and a new one is due (promise S7). For nobody's password the same work is done, to the same answer (promise P5).
 * A right one whose parameters are of yesterday is hashed anew after the answer (promise P1).
 */
export function judgePassword(world: World, holder: PasswordHolder, password: string): "right" | "wrong" | "void" {
  const matches = passwordMatches(holder?.hash ?? dummyHash, password);
  if (!matches || holder === null) return "wrong";
  if (passwordIsVoid(holder.hash)) return "void";
  if (needsRehash(holder.hash)) {
    const hashes = { old: holder.hash, next: hashPassword(password, world.random) };
    world.afterAnswer(() => rehashPassword(world.db, holder.accountId, hashes).run());
  }
  return "right";
}
