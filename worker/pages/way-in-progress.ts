import { effect, type Signal, signal } from "@preact/signals";
import { serviceNow } from "../../shared/contract/server-clock.ts";
import type { SignInStep, WayInProgress } from "../../shared/panel/sign-in/state.ts";
import { type KeptProgress, keptProgress } from "./kept-progress.ts";
import { changeStep, enterStep, isOfVisit, stepOf } from "./page-history.ts";

/** The way in of one visit, as far as it came in this tab; none where the service no longer goes on with it. */
export function wayInProgress(visit: string): KeptProgress<WayInProgress> {
  return keptProgress<WayInProgress>(`way-in ${visit}`, ({ step }) => {
    const expiresAt = expiryOf(step);
    return expiresAt === undefined || Date.parse(expiresAt) > serviceNow();
  });
}

/** Until when a step can be gone on with, as the service said; undefined for steps that wait for nothing. */
function expiryOf(step: SignInStep): string | undefined {
  if (step.at === "verify") return step.verification.expiresAt;
  if (step.at === "reset_code") return step.reset.expiresAt;
  return step.at === "second_step" ? step.answer.expiresAt : undefined;
}

/**
 * The step of a way in, each one an entry of the tab's history: Back leads to the step before and Forward to the one
 * after. What a step needs stays in the page; of an entry from before a reload only its place is known, so that it leads to
 * `begin`, the first step.
 */
export function stepsInHistory(visit: string, first: SignInStep, begin: SignInStep): Signal<SignInStep> {
  let place = stepOf(history.state);
  const steps = new Map([[place, first]]);
  const step = signal(first);
  addEventListener("popstate", ({ state }) => {
    // A link to a place on this page has made an entry of its own.
    if (!isOfVisit(visit, state)) return changeStep(visit, place, undefined);
    place = stepOf(state);
    step.value = steps.get(place) ?? begin;
  });
  effect(() => {
    const now = step.value;
    const known = steps.get(place) ?? begin;
    // The same step may have something else to say, such as a code that was sent again.
    if (known.at !== now.at) {
      place += 1;
      enterStep(visit, place);
    }
    steps.set(place, now);
  });
  return step;
}
