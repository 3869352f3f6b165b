import { codeLifetimeMinutes } from "../../../../worker/email-code/rules.ts";
import { linkLifetimeMinutes } from "../../../../worker/link/rules.ts";
import { forgive, secondsUntil, takeBack, takeTry } from "./count.ts";
import { codeIsUnspent, endCodes, judgeCode, nextPlaceAt, notRight, reserveCode } from "./email-code.ts";
import { endUnfinished } from "./ends.ts";
import { reasonsAgainst } from "./password.ts";
import { goes, type Moment, refused, succeeded, type Trip } from "./possible.ts";
import { beginSession, handsOver } from "./session.ts";
import { methodsOf } from "./shown.ts";
import { asksFor, withSignIn } from "./sign-in.ts";
import { happened, type State, told } from "./state.ts";

/** Asks for a reset. Its code is good from the start and mailed after the answer, and a mail that fails is told to nobody. */
export function requestReset(at: Moment): Trip {
  const { by, now } = at;
  const answered = succeeded(202, (state, { body }) => {
    const { id } = body.reset;
    return { ...state, resets: state.resets.map((each) => (each.by === by ? { ...each, id } : each)) };
  });
  return (state) => {
    const next = nextPlaceAt(state, "reset", now);
    const hasLink = state.resets.some(({ linkUntil = 0 }) => linkUntil > now);
    const tooMany = refused(429, "too_many_attempts", { retryAfter: secondsUntil(next, now) });
    if (next > now && hasLink) return goes(state, (same) => goes(same, tooMany));
    const times = { expiresAt: now + codeLifetimeMinutes * 60_000, linkUntil: now + linkLifetimeMinutes * 60_000 };
    const reserved = reserveCode(state, at, { purpose: "reset", subject: by, is: "good" });
    return goes({ ...reserved, resets: [...state.resets, { by, ...times }] }, tell);
  };

  function tell(state: State) {
    const later = state.exists ? happened(state, "password_reset_requested") : state;
    const uncounted = later.resets.map((each) => (each.by === by ? { ...each, linkUntil: 0 } : each));
    return [
      { state: later, next: answered },
      { state: { ...later, resets: uncounted }, next: answered },
    ];
  }
}

/** Forgets what the right code makes forget, and these keys. */
type Forgiveness = (state: State, ...keys: string[]) => State;

/** Sets a new password by the code; the second step is still asked for, and never by e-mail (promise S3). */
export function confirmReset(
  at: Moment,
  { id, code, newPassword }: { id: string; code: string; newPassword: string },
): Trip {
  const reasons = reasonsAgainst(newPassword);
  const guesser = `guesser ${at.browser}`;
  return (state) => {
    const reset = state.resets.find((each) => each.id === id && each.expiresAt > at.now);
    if (!reset) return goes(state, refused(401, "code_expired"));
    return goes(state, judge(reset.by));
  };

  function judge(subject: string): Trip {
    return (state) => {
      if ((state.counts.reset?.blockedUntil ?? 0) > at.now) return goes(state, refused(403, "link_required"));
      const taken = takeTry(state, ["reset", guesser], at.now);
      if (!taken.isTaken) return goes(state, taken.refusal);
      const of = { purpose: "reset", subject } as const;
      const judged = judgeCode(taken.state, of, code, { now: at.now, spends: false });
      if (judged.is !== "right") return goes(judged.state, notRight(judged));
      if (reasons.length > 0) return goes(judged.state, giveBack(of, taken.state));
      if (state.password === newPassword) {
        return goes(judged.state, refused(422, "password_rejected", { reasons: ["same_as_before"] }));
      }
      const methods = methodsOf(state);
      const hasOnlyEmail = methods.length > 0 && state.apps.length === 0;
      const forgiven = (later: State, ...keys: string[]) =>
        takeBack(forgive(later, "reset", ...keys), guesser, taken.state.counts[guesser]?.blockedUntil ?? 0);
      return goes(judged.state, hasOnlyEmail ? wait(of, forgiven) : reset(of, state, forgiven));
    };
  }

  function giveBack(of: { purpose: "reset"; subject: string }, taken: State): Trip {
    return (state) => {
      const waitOf = (key: string) => taken.counts[key]?.blockedUntil ?? 0;
      const counted = takeBack(takeBack(state, "reset", waitOf("reset")), guesser, waitOf(guesser));
      const emailCodes = counted.emailCodes.map((each) =>
        each.purpose === of.purpose && each.subject === of.subject && each.is !== "ended"
          ? { ...each, tries: each.tries + 1 }
          : each,
      );
      return goes({ ...counted, emailCodes }, refused(422, "password_rejected", { reasons }));
    };
  }

  function wait(of: { purpose: "reset"; subject: string }, forgiven: Forgiveness): Trip {
    return (state) => {
      const spent = forgiven(endCodes(state, of));
      if (!codeIsUnspent(state, of)) return goes(spent, refused(401, "code_expired"));
      const waiting = told(happened({ ...spent, resets: [] }, "reset_wait_begun"), "reset_wait_begun");
      const answer = succeeded(202, (same, { body }) => (body.status === "waiting" ? same : "the password waits"));
      return goes(waiting, answer);
    };
  }

  function reset(of: { purpose: "reset"; subject: string }, judged: State, forgiven: Forgiveness): Trip {
    const isPlain = methodsOf(judged).length === 0;
    return (state) => {
      const spent = forgiven(endCodes(state, of), "address", "own");
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
