import type { Amr } from "../../../../shared/contract/session.ts";
import { type Answered, type Expected, goes, type Moment, refused, succeeded, type Trip } from "./possible.ts";
import { accountMismatch, methodsOf } from "./shown.ts";
import { happened, type ModelSession, type State, told, twoFactorIsOn } from "./state.ts";

const elevationMs = 10 * 60_000;

/** Finds the session of a token, as each request of somebody who is signed in begins. */
export function asSession(token: string, then: (session: ModelSession, state: State) => Trip | Expected): Trip {
  return (state) => {
    const session = state.sessions.find((each) => each.token === token);
    return goes(state, session ? then(session, state) : refused(401, "not_signed_in"));
  };
}

/** The same, for what asks for a step-up of the last ten minutes (promise S4). */
export function asElevated(token: string, now: number, then: (session: ModelSession) => Trip | Expected): Trip {
  return asSession(token, (session, state) => {
    return isElevated(state, session, now) ? then(session) : stepUpRequired(state);
  });
}

/** Whether a step-up counts: one by password does no longer once two-factor is on. */
function isElevated(state: State, session: ModelSession, now: number): boolean {
  const isRecent = session.elevatedUntil !== null && session.elevatedUntil > now;
  return isRecent && (!twoFactorIsOn(state) || isFresh(session, now));
}

/** The same, for what asks for everything that the account asks for, just proved. */
export function asProved(token: string, now: number, then: (session: ModelSession) => Trip | Expected): Trip {
  return asSession(token, (session, state) => {
    const isProved = twoFactorIsOn(state)
      ? isFresh(session, now)
      : isElevated(state, session, now) || session.authenticatedAt > now - elevationMs;
    return isProved ? then(session) : stepUpRequired(state);
  });
}

/** Whether the session has proved a second factor in the last ten minutes. */
export function isFresh({ secondFactorAt }: ModelSession, now: number): boolean {
  return secondFactorAt !== null && secondFactorAt > now - elevationMs;
}

/** The answer to who has to step up first; with two-factor on it takes a round trip to read the methods. */
export function stepUpRequired(state: State): Trip | Expected {
  if (!twoFactorIsOn(state)) return refused(403, "step_up_required", { methods: ["password"] });
  return (later) => goes(later, refused(403, "step_up_required", { methods: methodsOf(later) }));
}

/** Begins a session: with its event, and the mail where the browser is new to the account. */
export function beginSession(state: State, { now, by, browser }: Moment, amr: Amr[]): State {
  const secondFactorAt = amr.some((proof) => proof !== "pwd") ? now : null;
  const session = { by, createdAt: now, authenticatedAt: now, secondFactorAt, elevatedUntil: null, amr };
  const begun = happened({ ...state, sessions: [...state.sessions, session], isAtHome: true }, "sign_in");
  return begun.browsers.includes(browser)
    ? begun
    : told({ ...begun, browsers: [...begun.browsers, browser] }, "new_sign_in");
}

/** An answer that hands over the session that its request made; `then` is how the account was left. */
export function handsOver(status: number, by: string, then: State): Expected {
  return succeeded(status, (state, { body }) => {
    if (body.status !== "complete" || typeof body.session?.token !== "string") return "a session is handed over";
    const wrong = accountMismatch(then, body.account);
    if (wrong) return wrong;
    const { id, token } = body.session;
    return { ...state, sessions: state.sessions.map((each) => (each.by === by ? { ...each, id, token } : each)) };
  });
}

/** Who is this? */
export function checkSession(token: string, now: number): Trip {
  return asSession(token, (session, found) =>
    succeeded(200, (state, { body: { session: said } }) => {
      const elevatedUntil = isElevated(found, session, now) ? session.elevatedUntil : null;
      const is = [said.id, said.createdAt, said.authenticatedAt, said.elevatedUntil, [...said.amr].sort()];
      const shouldBe = [
        session.id,
        iso(session.createdAt),
        iso(session.authenticatedAt),
        elevatedUntil && iso(elevatedUntil),
        session.amr.toSorted(),
      ];
      return JSON.stringify(is) === JSON.stringify(shouldBe) ? state : `the session is ${JSON.stringify(shouldBe)}`;
    }),
  );
}

/** Signs out. */
export function signOut(token: string): Trip {
  return asSession(
    token,
    ({ by }) =>
      (state) =>
        goes(ended(state, by, "signed_out"), succeeded(204)),
  );
}

/** Lists the sessions, by which those whose answers were lost become known. */
export function listSessions(token: string): Trip {
  return asSession(
    token,
    (current) => (state) =>
      goes(
        state,
        succeeded(200, (later, answered) => learnList(later, answered, current)),
      ),
  );
}

function learnList(state: State, { body }: Answered, current: ModelSession): State | string {
  const listed: { id: string; createdAt: string; current: boolean }[] = body.sessions;
  const sessions = state.sessions.map((session) => {
    const row = listed.find((each) =>
      session.id === undefined
        ? each.createdAt === iso(session.createdAt) && !state.sessions.some(({ id }) => id === each.id)
        : each.id === session.id,
    );
    return row && row.current === (session.by === current.by) ? { ...session, id: row.id } : null;
  });
  const all = sessions.filter((session) => session !== null);
  if (all.length !== state.sessions.length || listed.length !== all.length) {
    return `the sessions are ${state.sessions.map(({ id, by }) => id ?? `of request ${by}`).join(", ")}`;
  }
  return { ...state, sessions: all };
}

/** Ends one session of the account. */
export function endSession(token: string, id: string): Trip {
  return asSession(token, () => (state) => {
    const session = state.sessions.find((each) => each.id === id);
    return session
      ? goes(ended(state, session.by, "session_ended"), succeeded(204))
      : goes(state, refused(404, "not_found"));
  });
}

/** Ends all others. */
export function endOthers(token: string): Trip {
  return asSession(token, ({ by }) => (state) => {
    const left = state.sessions.filter((each) => each.by === by);
    const hasOthers = left.length < state.sessions.length;
    return goes(hasOthers ? happened({ ...state, sessions: left }, "sessions_ended") : state, succeeded(204));
  });
}

function ended(state: State, by: string, type: string): State {
  const left = state.sessions.filter((each) => each.by !== by);
  return left.length === state.sessions.length ? state : happened({ ...state, sessions: left }, type);
}

/** A moment as the API writes it. */
export function iso(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
