import { codeLifetimeMinutes } from "../../../../worker/email-code/rules.ts";
import { linkLifetimeMinutes } from "../../../../worker/link/rules.ts";
import { forgive, secondsUntil, takeBack, takeTry } from "./count.ts";
import { codeIsUnspent, endCodes, judgeCode, nextPlaceAt, notRight, reserveCode } from "./email-code.ts";
import { endMailed, endUnfinished } from "./ends.ts";
import { reasonsAgainst } from "./password.ts";
import { type Expected, goes, type Moment, refused, succeeded, type Trip } from "./possible.ts";
import { beginSession, handsOver } from "./session.ts";
import { methodsOf } from "./shown.ts";
import { asksFor, withSignIn } from "./sign-in.ts";
import { happened, type State, told, type Waiting } from "./state.ts";

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
    const linkUntil = now + linkLifetimeMinutes * 60_000;
    const times = { expiresAt: now + codeLifetimeMinutes * 60_000, linkUntil, linkEnds: linkUntil };
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

/** A new password, by the code or the link of the mail. */
export type ResetWish = { newPassword: string } & ({ id: string; code: string } | { link: string });

/** A code or a link that was right: what of it is asked again, and done, with what it allows. */
interface Proved {
  isUnspent: (state: State) => boolean;
  spend: (state: State) => State;
  gone: Expected;
  /** Forgets what it makes forget, and these keys. */
  forgiven: (state: State, ...keys: string[]) => State;
}

/** Sets a new password; the second step is still asked for, and never by e-mail (promise S3). */
export function confirmReset(at: Moment, wish: ResetWish): Trip {
  return "link" in wish ? confirmByLink(at, wish) : confirmByCode(at, wish);
}

const sameAsBefore = refused(422, "password_rejected", { reasons: ["same_as_before"] });

function confirmByLink(at: Moment, { link, newPassword }: { link: string; newPassword: string }): Trip {
  const reasons = reasonsAgainst(newPassword);
  const isIt = (each: Waiting) => each.link === link && (each.linkEnds ?? 0) > at.now;
  const gone = refused(410, "link_expired");
  const proved: Proved = {
    gone,
    isUnspent: ({ resets }) => resets.some(isIt),
    spend: (state) => ({
      ...state,
      resets: state.resets.map((each) => (each.link === link ? { ...each, linkUntil: 0, linkEnds: 0 } : each)),
    }),
    forgiven: (state, ...keys) => forgive(state, "reset", ...keys),
  };
  return (state) => {
    if (!state.exists || !proved.isUnspent(state)) return goes(state, gone);
    if (reasons.length > 0) return goes(state, refused(422, "password_rejected", { reasons }));
    return goes(state, state.password === newPassword ? sameAsBefore : set(at, newPassword, proved, state));
  };
}

function confirmByCode(at: Moment, { id, code, newPassword }: { id: string; code: string; newPassword: string }): Trip {
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
      if (state.password === newPassword) return goes(judged.state, sameAsBefore);
      const proved: Proved = {
        gone: refused(401, "code_expired"),
        isUnspent: (later) => codeIsUnspent(later, of),
        spend: (later) => endCodes(later, of),
        forgiven: (later, ...keys) =>
          takeBack(forgive(later, "reset", ...keys), guesser, taken.state.counts[guesser]?.blockedUntil ?? 0),
      };
      return goes(judged.state, set(at, newPassword, proved, state));
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
}

/** Sets the password of an account as it was when the proof was judged, or lets it wait (promise S3). */
function set(at: Moment, newPassword: string, proved: Proved, judged: State): Trip {
  const hasOnlyEmail = methodsOf(judged).length > 0 && judged.apps.length === 0;
  return hasOnlyEmail ? wait(proved) : replace(at, newPassword, proved, judged);
}

function wait({ isUnspent, spend, gone, forgiven }: Proved): Trip {
  return (state) => {
    const spent = forgiven(spend(state));
    if (!isUnspent(state)) return goes(spent, gone);
    const waiting = told(happened(endMailed(spent), "reset_wait_begun"), "reset_wait_begun");
    const answer = succeeded(202, (same, { body }) => (body.status === "waiting" ? same : "the password waits"));
    return goes(waiting, answer);
  };
}

function replace(at: Moment, newPassword: string, { isUnspent, spend, gone, forgiven }: Proved, judged: State): Trip {
  const isPlain = methodsOf(judged).length === 0;
  return (state) => {
    const spent = forgiven(spend(state), "address", "own");
    const still = state.password === judged.password && isUnspent(state);
    if (!still || (isPlain && methodsOf(state).length > 0)) return goes(spent, gone);
    const ended = endMailed(endUnfinished(spent, at.now));
    const renewed: State = { ...ended, password: newPassword, isVoid: false, barsEmail: !isPlain, sessions: [] };
    const changed = told(happened(renewed, "password_reset"), "password_reset");
    if (!isPlain) {
      const methods = methodsOf(judged).filter((method) => method !== "email");
      return goes(withSignIn(changed, at), asksFor(at.by, methods));
    }
    const begun = beginSession(changed, at, ["pwd"]);
    return goes(begun, handsOver(200, at.by, begun));
  };
}
