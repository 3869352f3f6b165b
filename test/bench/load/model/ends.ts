import type { ModelEmailCode, ModelSession, State } from "./state.ts";

const elevationMs = 10 * 60_000;

/**
 * What any change of the protection ends (promise S5b): what is not finished, and what other sessions than the one of
 * the request `by` have proved; with no `by`, all have.
 */
export function endUnfinished(state: State, now: number, by?: string): State {
  const aged = (session: ModelSession): ModelSession => ({
    ...session,
    secondFactorAt: null,
    elevatedUntil: null,
    authenticatedAt: Math.min(session.authenticatedAt, now - elevationMs),
  });
  const isUnfinished = ({ purpose }: ModelEmailCode) => purpose === "step_up" || purpose === "enrol";
  return {
    ...state,
    signIns: [],
    enrolments: [],
    emailCodes: state.emailCodes.map((code) => (isUnfinished(code) ? { ...code, is: "ended" } : code)),
    sessions: state.sessions.map((session) => (session.by === by ? session : aged(session))),
  };
}

/** Ends what was mailed for a reset of the password or an unlock; what was mailed counts all the same. */
export function endMailed(state: State): State {
  const unlockLinks = state.unlockLinks.map((link) => ({ ...link, isEnded: true }));
  return { ...state, resets: [], unlockLinks, unlocks: [] };
}
