import type { SecurityNewsKind } from "../../../../shared/locales/en/security-mail.ts";
import { changesADay } from "../../../../worker/mail/rules.ts";
import { secondsUntil } from "./count.ts";
import { goes, refused, type Trip } from "./possible.ts";
import { type State, told } from "./state.ts";

const dayMs = 24 * 60 * 60_000;

/** With one more change of the protection, and the mail that tells of it: by that mail changes are counted. */
export function toldOfChange(state: State, kind: SecurityNewsKind, now: number): State {
  return told({ ...state, changes: { ...state.changes, [kind]: [...(state.changes[kind] ?? []), now] } }, kind);
}

/** Whole seconds until one more change of a kind may be made; 0 where it may now (promise G7). */
export function secondsToChange({ changes }: State, kind: SecurityNewsKind, now: number): number {
  const ofDay = (changes[kind] ?? []).filter((at) => at > now - dayMs).toSorted((one, other) => other - one);
  const tenth = ofDay[changesADay - 1];
  return tenth === undefined ? 0 : secondsUntil(tenth + dayMs, now);
}

/**
 * A round trip that changes the protection, unless ten changes of its kind were made within a day: then nothing of it
 * happens but `cleared`, after it was refused.
 */
export function limited(
  kind: SecurityNewsKind,
  now: number,
  trip: Trip,
  cleared: (state: State) => State = (same) => same,
): Trip {
  return (state) => {
    if (secondsToChange(state, kind, now) === 0) return trip(state);
    return goes(state, (later) => {
      const tooMany = refused(429, "too_many_attempts", { retryAfter: Math.max(1, secondsToChange(later, kind, now)) });
      return goes(later, (last) => goes(cleared(last), tooMany));
    });
  };
}
