import { day } from "../time.ts";
import type { SigningAlg } from "./algorithm.ts";

/** How long a key signs. NIST SP 800-57 part 1, 5.3.6 allows a private signature key one to three years. */
export const signingDays = 90;

/** How long a new key is published before it signs: longer than any cache keeps the old set. */
export const announcedDays = 1;

/** How long a key is still published after its successor began: far longer than any token that it signed lives. */
export const keptDays = 1;

/** How long others may keep the published set. */
export const publishedForSeconds = 300;

/** When a key begins to sign, by what, and its place in the order in which they were made. */
export interface KeyTimes {
  seq: number;
  alg: SigningAlg;
  /** Milliseconds since 1970. */
  signsFrom: number;
}

/** The times of a key, as its row says them. */
export function keyTimesOf({ seq, alg, signs_from }: { seq: number; alg: SigningAlg; signs_from: number }): KeyTimes {
  return { seq, alg, signsFrom: signs_from };
}

/** The key that signs by `alg` at `now`: the newest of those that have begun. `keys` may be in any order. */
export function signerAt<Key extends KeyTimes>(keys: readonly Key[], alg: SigningAlg, now: number): Key | undefined {
  return newest(
    keys.filter(({ signsFrom }) => signsFrom <= now),
    alg,
  );
}

/** The key of an algorithm that was made last. */
export function newest<Key extends KeyTimes>(keys: readonly Key[], alg: SigningAlg): Key | undefined {
  return keys.filter((key) => key.alg === alg).toSorted((a, b) => b.seq - a.seq)[0];
}

/** When the key after `last` begins to sign, if it is time to make and publish it; else null. */
export function nextBeginsAt(last: KeyTimes, now: number): number | null {
  const end = last.signsFrom + signingDays * day;
  const announced = announcedDays * day;
  return now >= end - announced ? now + announced : null;
}

/** A key whose successor began before this moment has no living token left. */
export function keptSince(now: number): number {
  return now - keptDays * day;
}

/** What a key is sealed with, so that it opens nowhere else. */
export function sealContext(id: string): string[] {
  return ["signing-key", id];
}
