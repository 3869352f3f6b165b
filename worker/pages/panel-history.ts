import { effect, type Signal, signal } from "@preact/signals";
import { isCodes, isReview, type Open, type PanelHistory } from "../../shared/panel/open.ts";
import { changeStep, enterStep, isOfVisit, shownAt, stepOf } from "./page-history.ts";

/**
 * What is open in the panel as entries of the tab's history: what opens over the overview is one, which Back closes and
 * Forward opens again; what opens in its place stands in the same entry, and so does what was open from the start. Closing
 * goes back, so that nothing that is done with lies behind the overview. A reload finds what each entry shows, but for
 * recovery codes, which are kept nowhere. `leaving` leaves such codes that are not saved, and waits for that to be wanted.
 */
export function panelInHistory(visit: string): { follow: PanelHistory; leaving: Signal<(() => void) | null> } {
  const leaving = signal<(() => void) | null>(null);
  const follow: PanelHistory = (open, leaveFor) => {
    let step = stepOf(history.state);
    let isFirst = true;
    /** A traversal of our own is under way: its arrival opens nothing. */
    let isTraversing = false;

    const write = (now: Open) => {
      if (isTraversing) return;
      const shows = isCodes(now) ? null : now;
      if (now === null && step > 0 && !isFirst) {
        isTraversing = true;
        history.back();
      } else if (now !== null && step === 0 && !isFirst && !isReview(now)) {
        step = 1;
        enterStep(visit, step, shows);
      } else changeStep(visit, step, shows);
    };
    addEventListener("popstate", ({ state }) => {
      if (!isOfVisit(visit, state)) {
        // A link to a place on this page has made an entry of its own.
        changeStep(visit, step, isCodes(open.peek()) ? null : open.peek());
        return;
      }
      const before = step;
      step = stepOf(state);
      if (isTraversing) {
        isTraversing = false;
        // Something may have been opened while the way back was under way.
        if (open.peek() !== null || step > 0) write(open.peek());
        return;
      }
      if (step === before || leaveFor((shownAt(state) ?? null) as Open)) return;
      leaving.value = () => leaveFor(null, true);
      isTraversing = true;
      history.go(before - step);
    });
    effect(() => {
      write(open.value);
      isFirst = false;
    });
  };
  return { follow, leaving };
}
