import type { FirstRead } from "../first-codes/read.ts";

let kept: FirstRead | undefined;

/** Keeps what was read first, for the list that takes it over. */
export function keepFirst(read: FirstRead | undefined): void {
  kept = read;
}

/** What was read first; once, for whoever asks later has to read what there is then. */
export function takeFirst(): FirstRead | undefined {
  const taken = kept;
  kept = undefined;
  return taken;
}
