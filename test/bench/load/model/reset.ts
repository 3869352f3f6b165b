import { codeLifetimeMinutes } from "../../../../worker/email-code/rules.ts";
import { forgive, secondsUntil, takeTry } from "./count.ts";
import { activate, codeIsUnspent, endCodes, judgeCode, nextPlaceAt, notRight, reserveCode } from "./email-code.ts";
import { endUnfinished } from "./ends.ts";
import { reasonsAgainst } from "./password.ts";
import { type Expected, goes, type Moment, refused, succeeded, type Trip } from "./possible.ts";
import { beginSession, handsOver } from "./session.ts";
import { methodsOf } from "./shown.ts";
import { asksFor, withSignIn } from "./sign-in.ts";
import { happened, type State, told } from "./state.ts";

/** Asks for a reset. Its code is made good and mailed after the answer, and a mail that fails is told to nobody. */
export function requestReset(at: Moment): Trip {
  const { by, now } = at;
  return (state) => {
    const reset = { by, expiresAt: now + codeLifetimeMinutes * 60_000 };
    return goes({ ...state, resets: [...state.resets, reset] }, reserve);
  };

  function reserve(state: State) {
    const next = nextPlaceAt(state, "reset", now);
    if (next <= now) return goes(reserveCode(state, at, { purpose: "reset", subject: by, is: "reserved" }), settle);
    const tooMany = refused(429, "too_many_attempts", { retryAfter: secondsUntil(next, now) });
    return goes(state, (same) =>
      goes(same, (later) => goes({ ...later, resets: later.resets.filter((each) => each.by !== by) }, tooMany)),
    );
  }

  function settle(state: State) {
    const only = { ...state, resets: state.resets.filter((each) => each.by === by) };
    return goes(state.exists ? happened(only, "password_reset_requested") : only, mail);
  }

  function mail(state: State) {
    return [
      { state: activate(state, by), next: answered(state.exists ? 1 : 0) },
      { state, next: answered(0) },
    ];
  }

  function answered(mailsAtMost: number): Expected {
    return succeeded(202, (state, { body, mailed }) => {
      if (mailed.length > mailsAtMost) return "no code is mailed that is not good";
      const { id } = body.reset;
      return { ...state, resets: state.resets.map((each) => (each.by === by ? { ...each, id } : each)) };
    });
  }
}

/** Sets a new password by the code; the second step is still asked for, and never by e-mail (promise S3). */
export function confirmReset(
  at: Moment,
  { id, code, newPassword }: { id: string; code: string; newPassword: string },
): Trip {
  const reasons = reasonsAgainst(newPassword);
  return (state) => {
    const reset = state.resets.find((each) => each.id === id && each.expiresAt > at.now);
    if (!reset) return goes(state, refused(401, "code_expired"));
    if (reasons.length > 0) return goes(state, refused(422, "password_rejected", { reasons }));
    return goes(state, judge(reset.by));
  };

  function judge(subject: string): Trip {
    return (state) => {
      const taken = takeTry(state, ["reset"], at.now);
      if (!taken.isTaken) return goes(state, taken.refusal);
      const of = { purpose: "reset", subject } as const;
      const judged = judgeCode(taken.state, of, code, { now: at.now, spends: false });
      if (judged.is !== "right") return goes(judged.state, notRight(judged));
      if (state.password === newPassword) {
        return goes(judged.state, refused(422, "password_rejected", { reasons: ["same_as_before"] }));
      }
      const methods = methodsOf(state);
      const hasOnlyEmail = methods.length > 0 && state.apps.length === 0;
      return goes(judged.state, hasOnlyEmail ? wait(of) : reset(of, state));
    };
  }

  function wait(of: { purpose: "reset"; subject: string }): Trip {
    return (state) => {
      const spent = forgive(endCodes(state, of), "reset");
      if (!codeIsUnspent(state, of)) return goes(spent, refused(401, "code_expired"));
      const waiting = told(happened({ ...spent, resets: [] }, "reset_wait_begun"), "reset_wait_begun");
      const answer = succeeded(202, (same, { body }) => (body.status === "waiting" ? same : "the password waits"));
      return goes(waiting, answer);
    };
  }

  function reset(of: { purpose: "reset"; subject: string }, judged: State): Trip {
    const isPlain = methodsOf(judged).length === 0;
    return (state) => {
      const spent = forgive(endCodes(state, of), "reset", "address");
      const still = state.password === judged.password && codeIsUnspent(state, of);
      if (!still || (isPlain && methodsOf(state).length > 0)) return goes(spent, refused(401, "code_expired"));
      const ended: State = {
        ...endUnfinished(spent, at.now),
        password: newPassword,
        barsEmail: !isPlain,
        sessions: [],
        resets: [],
      };
      const changed = told(happened(ended, "password_reset"), "password_reset");
      if (!isPlain) {
        const methods = methodsOf(judged).filter((method) => method !== "email");
        return goes(withSignIn(changed, at), asksFor(at.by, methods));
      }
      const begun = beginSession(changed, at, ["pwd"]);
      return goes(begun, handsOver(200, at.by, begun));
    };
  }
}
