import type { Amr } from "../../../../shared/contract/session.ts";
import type { CodeMethod } from "../../../../worker/throttle/rules.ts";
import { forgive, takeTry } from "./count.ts";
import { sendCode } from "./email-code.ts";
import { type Expected, goes, type Moment, refused, succeeded, type Trip } from "./possible.ts";
import { countedUnder, judge } from "./second-factor.ts";
import { asSession, iso, stepUpRequired } from "./session.ts";
import { methodsOf } from "./shown.ts";
import { codeAnswers } from "./sign-in.ts";
import { type ModelSession, type State, twoFactorIsOn } from "./state.ts";

const elevationMs = 10 * 60_000;

/** Steps up by the password, which counts only without two-factor. */
export function stepUpByPassword(at: Moment, token: string, password: string): Trip {
  return asSession(token, (session, found) => {
    if (twoFactorIsOn(found)) return stepUpRequired(found);
    return (state) => {
      const taken = takeTry(state, ["current"], at.now);
      if (!taken.isTaken) return goes(state, taken.refusal);
      return goes(taken.state, (later) => {
        if (later.password !== password) return goes(later, refused(401, "wrong_credentials"));
        const forgiven = (state: State) => forgive(state, "current");
        return goes(later, elevate(at, session, { amr: "pwd", isGood: () => true, use: (same) => same }, forgiven));
      });
    };
  });
}

/** Steps up by a code. */
export function stepUpByCode(at: Moment, token: string, { method, code }: { method: CodeMethod; code: string }): Trip {
  return asSession(token, (session, found) => {
    if (!twoFactorIsOn(found)) return stepUpRequired(found);
    return (state) => {
      const taken = takeTry(state, countedUnder(method), at.now);
      if (!taken.isTaken) return goes(state, taken.refusal);
      const asked = { purpose: "step_up", subject: session.by } as const;
      const forgiven = (later: State) => forgive(later, "second", method);
      const typed = { method, code, now: at.now, asked };
      return goes(
        taken.state,
        judge(taken.state, { ...typed, right: (proof) => elevate(at, session, proof, forgiven) }),
      );
    };
  });
}

const isAllowed = ({ email }: State) => email !== null;

/** Asks for a code by e-mail for the step-up of a session. */
export function sendStepUpCode(at: Moment, token: string): Trip {
  return asSession(token, (session, found) => {
    if (!twoFactorIsOn(found)) return refused(404, "not_found");
    return (state) => {
      if (!methodsOf(state).includes("email")) return goes(state, refused(404, "not_found"));
      return goes(state, sendCode(at, { purpose: "step_up", subject: session.by, isAllowed, ...codeAnswers }));
    };
  });
}

/** The token is renewed and the session elevated, and what proved it is used up, all at once or not at all. */
function elevate(
  { now }: Moment,
  current: ModelSession,
  { amr, isGood, use }: { amr: Amr; isGood: (state: State) => boolean; use: (state: State) => State },
  forgiven: (state: State) => State,
): Trip {
  return (state) => {
    const session = state.sessions.find(({ by, token }) => by === current.by && token === current.token);
    if (!session || !isGood(state)) return goes(forgiven(state), refused(401, "not_signed_in"));
    const elevated: ModelSession = {
      ...session,
      token: undefined,
      amr: [...new Set([...current.amr, amr])],
      authenticatedAt: now,
      secondFactorAt: amr === "pwd" ? current.secondFactorAt : now,
      elevatedUntil: now + elevationMs,
    };
    const sessions = state.sessions.map((each) => (each === session ? elevated : each));
    return goes(use(forgiven({ ...state, sessions })), renewed(elevated));
  };
}

function renewed({ by, id, elevatedUntil }: ModelSession): Expected {
  return succeeded(200, (state, { body }) => {
    const { token } = body.session;
    if (typeof token !== "string" || (id !== undefined && body.session.id !== id))
      return "the session's token is renewed";
    if (body.elevatedUntil !== iso(elevatedUntil ?? 0)) return `it is elevated until ${iso(elevatedUntil ?? 0)}`;
    return { ...state, sessions: state.sessions.map((each) => (each.by === by ? { ...each, token } : each)) };
  });
}
