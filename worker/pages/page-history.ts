/** An entry of the tab's history: which visit of a page it belongs to, and its place among that visit's steps. */
interface Entry {
  visit: string;
  step: number;
  /** What is open there, for a page that is loaded again; never anything secret. */
  shows?: unknown;
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

/** Whether an entry is one of this visit's. */
export function isOfVisit(visit: string, state: unknown): boolean {
  return entryOf(state)?.visit === visit;
}

/** What is open at an entry; undefined where nothing was said of it. */
export function shownAt(state: unknown): unknown {
  return entryOf(state)?.shows;
}

/** Makes the next step an entry of its own, which Back leaves again. */
export function enterStep(visit: string, step: number, shows?: unknown): void {
  history.pushState({ visit, step, shows } satisfies Entry, "");
}

/** Has the present entry stand for something else. */
export function changeStep(visit: string, step: number, shows: unknown): void {
  history.replaceState({ visit, step, shows } satisfies Entry, "");
}

function entryOf(state: unknown): Entry | null {
  if (typeof state !== "object" || state === null || !("visit" in state) || !("step" in state)) return null;
  const { visit, step } = state;
  const shows = "shows" in state ? state.shows : undefined;
  return typeof visit === "string" && typeof step === "number" ? { visit, step, shows } : null;
}

/** Whether somebody came by a link or an address: to the page that they are on already, its entry keeps its state. */
function hasComeAnew(): boolean {
  const [navigation] = performance.getEntriesByType("navigation");
  const wasDropped = "wasDiscarded" in document && document.wasDiscarded === true;
  return !wasDropped && navigation !== undefined && "type" in navigation && navigation.type === "navigate";
}
