/** An entry of the tab's history: which visit of a page it belongs to, and its place among that visit's steps. */
interface Entry {
  visit: string;
  step: number;
}

/**
 * The visit that is gone on with, where this tab was reloaded, dropped and brought back, or gone back to; otherwise a new
 * one, which its entry of the history then names.
 */
export function thisVisit(): string {
  const entry = entryOf(history.state);
  if (entry && !hasComeAnew()) return entry.visit;
  const visit = `${Date.now()}-${Math.random()}`;
  history.replaceState({ visit, step: 0 } satisfies Entry, "");
  return visit;
}

/** The place of an entry among the steps of its visit; 0 for one that is not ours. */
export function stepOf(state: unknown): number {
  return entryOf(state)?.step ?? 0;
}

/** Makes the next step an entry of its own, which Back leaves again. */
export function enterStep(visit: string, step: number): void {
  history.pushState({ visit, step } satisfies Entry, "");
}

function entryOf(state: unknown): Entry | null {
  if (typeof state !== "object" || state === null || !("visit" in state) || !("step" in state)) return null;
  const { visit, step } = state;
  return typeof visit === "string" && typeof step === "number" ? { visit, step } : null;
}

/** Whether somebody came by a link or an address: to the page that they are on already, its entry keeps its state. */
function hasComeAnew(): boolean {
  const [navigation] = performance.getEntriesByType("navigation");
  const wasDropped = "wasDiscarded" in document && document.wasDiscarded === true;
  return !wasDropped && navigation !== undefined && "type" in navigation && navigation.type === "navigate";
}
