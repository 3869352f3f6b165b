import type { SecurityProgress } from "../../shared/panel/security-state.ts";
import type { WayInProgress } from "../../shared/panel/sign-in/state.ts";
import { inMemory } from "../storage.ts";

/** Where somebody stands under Security, kept until the browser closes: a popup closes when they look elsewhere. */
export interface Progress {
  service: string;
  wayIn: WayInProgress | null;
  security: SecurityProgress | null;
}

const kept = inMemory("progress");

/** What was kept, and whether it is something that wants to be gone on with. */
export async function readProgress(): Promise<(Progress & { isHalfDone: boolean }) | undefined> {
  const progress = await kept.read();
  return progress && { ...progress, isHalfDone: isHalfDone(progress) };
}

/** Keeps how far somebody has come. */
export async function keepProgress(progress: Progress): Promise<void> {
  await kept.write(progress);
}

/** Forgets it all. */
export async function forgetProgress(): Promise<void> {
  await kept.remove();
}

function isHalfDone({ wayIn, security }: Progress): boolean {
  return wayIn?.step.at === "second_step" || wayIn?.step.at === "verify" || typeof (security?.open ?? "") === "object";
}
