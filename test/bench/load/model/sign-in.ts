import { signInLifetimeMinutes, signInTries } from "../../../../worker/pending-sign-in/rules.ts";
import type { CodeMethod } from "../../../../worker/throttle/rules.ts";
import { forgive, takeBack, takeTry } from "./count.ts";
import { sendCode } from "./email-code.ts";
import { type Answered, type Expected, goes, type Moment, refused, succeeded, type Trip } from "./possible.ts";
import { countedUnder, judge, type Proof } from "./second-factor.ts";
import { beginSession, handsOver } from "./session.ts";
import { methodsOf } from "./shown.ts";
import type { State } from "./state.ts";

/**
 * Types the password: a session where no second step is asked for, else a sign-in in progress. With an unlock that is
 * good it counts under that, and a right one uses it up.
 */
export function startSignIn(at: Moment, password: string, unlock?: string): Trip {
  const network = `network ${at.browser}`;
  return (state) => {
    const keys = keysOf(state);
    const taken = takeTry(state, keys, at.now);
    if (!taken.isTaken) return goes(state, taken.refusal);
    const right = state.exists && state.password === password;
    if (right && state.isVoid) return goes(taken.state, refused(403, "password_reset_required"));
    return goes(taken.state, right ? begin(taken.state, keys) : refused(401, "wrong_credentials"));
  };

  /** A browser that was unlocked, and the network of earlier sign-ins, in which all browsers of a person are, have their own. */
  function keysOf({ exists, isAtHome, unlocks }: State): string[] {
    const isUnlocked = unlocks.some(({ token, expiresAt }) => token === unlock && expiresAt > at.now);
    if (exists && unlock !== undefined && isUnlocked) return ["unlock"];
    return exists && isAtHome ? ["own"] : ["address", network];
  }

  function begin(judged: State, [key = ""]: readonly string[]): Trip {
    const wait = judged.counts[network]?.blockedUntil ?? 0;
    const forgiven = (state: State) => {
      if (key === "address") return takeBack(forgive(state, key), network, wait);
      const unlocks = key === "unlock" ? state.unlocks.filter(({ token }) => token !== unlock) : state.unlocks;
      return forgive({ ...state, unlocks }, key);
    };
    const asked = methodsOf(judged);
    if (asked.length > 0) return beginSecondStep(at, judged, { password, forgiven });
    return (state) => {
      const still = state.exists && state.password === password && methodsOf(state).length === 0;
      if (!still) return goes(forgiven(state), refused(401, "wrong_credentials"));
      const begun = beginSession(forgiven(state), at, ["pwd"]);
      return goes(begun, handsOver(200, at.by, begun));
    };
  }
}

function beginSecondStep(
  at: Moment,
  judged: State,
  { password, forgiven }: { password: string; forgiven: (state: State) => State },
): Trip {
  return (state) => {
    if (!state.exists || state.password !== password) return goes(forgiven(state), refused(401, "wrong_credentials"));
    const begun = withSignIn(forgiven(state), at);
    const methods = stepsOf(judged);
    if (methods[0] !== "email") return goes(begun, asksFor(at.by, methods));
    const send = sendCode(at, {
      purpose: "second_step",
      subject: at.by,
      isFirst: true,
      sent: asksFor(at.by, methods, "mailed"),
      notSent: (later) => goes(withoutSignIn(later, at.by), refused(502, "mail_not_sent")),
      tooMany: () => asksFor(at.by, methods, "later"),
    });
    return goes(begun, send);
  };
}

/** The second steps that a sign-in takes now, but for recovery codes. */
export function stepsOf(state: State): ("app" | "email" | "passkey")[] {
  return methodsOf(state).filter((method) => !(method === "email" && state.barsEmail));
}

/** With a sign-in in progress that a request began. */
export function withSignIn(state: State, { by, now }: Moment): State {
  const signIn = { by, tries: signInTries, expiresAt: now + signInLifetimeMinutes * 60_000 };
  return { ...state, signIns: [...state.signIns, signIn] };
}

/** An answer that asks for a second step by these methods, the first of them first. */
export function asksFor(by: string, methods: readonly string[], code?: "mailed" | "later"): Expected {
  return succeeded(200, (state, { body, mailed }: Answered) => {
    if (body.status !== "second_step") return "a second step is asked for";
    const types = body.methods.map(({ type }: { type: string }) => type);
    if (JSON.stringify(types.toSorted()) !== JSON.stringify(methods.toSorted()))
      return `it takes ${methods.join(", ")}`;
    if (methods[0] !== undefined && body.preferred !== methods[0]) return `${methods[0]} is asked for`;
    if ((code === "mailed") !== (mailed.length === 1)) return `${code ? "a" : "no"} code is mailed`;
    if ((code === "later") !== (body.resendAfter !== undefined)) return "it says when a code can be mailed";
    const secret: string = body.signIn;
    return { ...state, signIns: state.signIns.map((each) => (each.by === by ? { ...each, secret } : each)) };
  });
}

/** Types a code for the second step. */
export function typeCode(at: Moment, typed: { signIn: string; method: CodeMethod; code: string }): Trip {
  const { method, code } = typed;
  return (state) => {
    const signIn = state.signIns.find(
      ({ secret, tries, expiresAt }) => secret === typed.signIn && tries > 0 && expiresAt > at.now,
    );
    if (!signIn) return goes(state, refused(401, "sign_in_expired"));
    const taken = takeTry(state, countedUnder(method), at.now);
    if (!taken.isTaken) return goes(state, taken.refusal);
    const tried = { ...signIn, tries: signIn.tries - 1 };
    const after = { ...taken.state, signIns: state.signIns.map((each) => (each === signIn ? tried : each)) };
    const asked = { purpose: "second_step", subject: signIn.by } as const;
    const right = complete(at, signIn.by, method);
    return goes(after, judge(after, { method, code, now: at.now, asked, attemptsLeft: tried.tries, right }));
  };
}

/** The sign-in ends, the session begins and what proved it is used up, all at once or not at all. */
function complete(at: Moment, signInBy: string, method: CodeMethod): (proof: Proof) => Trip {
  return ({ amr, isGood, use }) =>
    (state) => {
      const isOpen = state.signIns.some(({ by }) => by === signInBy) && isGood(state);
      const forgiven = withoutSignIn(forgive(state, "second", method), signInBy);
      if (!isOpen) return goes(forgiven, refused(401, "sign_in_expired"));
      const barsEmail = method === "email" && state.barsEmail;
      const begun = use(beginSession({ ...forgiven, barsEmail }, at, ["pwd", amr]));
      return goes(begun, handsOver(200, at.by, begun));
    };
}

/** Asks for another code of a sign-in in progress. */
export function resendCode(at: Moment, secret: string): Trip {
  return (state) => {
    const signIn = state.signIns.find((each) => each.secret === secret && each.tries > 0 && each.expiresAt > at.now);
    if (!signIn) return goes(state, refused(401, "sign_in_expired"));
    return goes(state, (later) => {
      if (!stepsOf(later).includes("email")) return goes(later, refused(404, "not_found"));
      return goes(later, sendCode(at, { purpose: "second_step", subject: signIn.by, ...codeAnswers }));
    });
  };
}

/** How a request answers that only mails a code. */
export const codeAnswers = {
  sent: succeeded(202, (state: State, { mailed }: Answered) => (mailed.length === 1 ? state : "a code is mailed")),
  notSent: refused(502, "mail_not_sent"),
  tooMany: (retryAfter: number) => refused(429, "too_many_attempts", { retryAfter }),
};

function withoutSignIn(state: State, by: string): State {
  return { ...state, signIns: state.signIns.filter((each) => each.by !== by) };
}
