import { inMemory } from "../storage.ts";
import type { Progress } from "./progress.ts";

const kept = inMemory("progress");

/** What was kept since the browser was opened; undefined where nothing was. */
export function readProgress(): Promise<Progress | undefined> {
  return kept.read();
}

/** Keeps how far somebody has come. */
export async function keepProgress(progress: Progress): Promise<void> {
  await kept.write(progress);
}

/** Forgets it all. */
export async function forgetProgress(): Promise<void> {
  await kept.remove();
}
