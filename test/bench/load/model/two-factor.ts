import type { Amr } from "../../../../shared/contract/session.ts";
import { enrolmentLifetimeMinutes } from "../../../../worker/totp/rules.ts";
import { limited, secondsToChange, toldOfChange } from "./changes.ts";
import { forgive } from "./count.ts";
import { judgeCode, notRight, sendCode } from "./email-code.ts";
import { endUnfinished } from "./ends.ts";
import { type Answered, type Expected, goes, type Moment, refused, succeeded, type Trip } from "./possible.ts";
import { stepOf } from "./second-factor.ts";
import { asElevated, asProved, asSession } from "./session.ts";
import { accountMismatch } from "./shown.ts";
import { codeAnswers } from "./sign-in.ts";
import { happened, type ModelSession, type State, told, twoFactorIsOn } from "./state.ts";

const codesInASet = 10;

/** Starts to set an app up; nothing is active yet. */
export function enrolApp({ now }: Moment, token: string): Trip {
  const learn = (state: State, { body: { id, secret } }: Answered): State => ({
    ...state,
    enrolments: [...state.enrolments, { id, secret, lastStep: -1, expiresAt: now + enrolmentLifetimeMinutes * 60_000 }],
  });
  return asProved(token, now, () => limited("method_added", now, (state) => goes(state, succeeded(201, learn))));
}

/** Confirms an app by its first code, which is spent by that. */
export function confirmApp({ now }: Moment, token: string, id: string, code: string): Trip {
  return asSession(token, (session) => (state) => {
    const waiting = state.enrolments.find((each) => each.id === id);
    if (!waiting) return goes(state, refused(404, "not_found"));
    if (waiting.expiresAt <= now) return goes(state, refused(401, "code_expired"));
    const step = stepOf(waiting, code, now);
    if (step === undefined) return goes(state, refused(401, "wrong_code"));
    const activate = (later: State) => {
      const isWaiting = later.enrolments.includes(waiting);
      if (!isWaiting && !later.apps.some((app) => app.id === id)) return goes(later, refused(401, "code_expired"));
      const { expiresAt: _, ...app } = { ...waiting, lastStep: step };
      const apps = isWaiting ? [...later.apps, app] : later.apps;
      const enrolments = later.enrolments.filter((each) => each !== waiting);
      const proof = { session, amr: "otp", method: "app", now } as const;
      return activated({ ...later, apps, enrolments }, proof, isWaiting, refused(401, "code_expired"));
    };
    return goes(state, limited("method_added", now, activate));
  });
}

/** Starts to make the address a method. */
export function enrolEmail(at: Moment, token: string): Trip {
  const sent = succeeded(202, (state, { body: { id }, mailed }) => {
    if (mailed.length !== 1) return "a code is mailed";
    return { ...state, emailCodes: state.emailCodes.map((code) => (code.by === at.by ? { ...code, id } : code)) };
  });
  const wait = (state: State) => secondsToChange(state, "method_added", at.now);
  const tooMany = (seconds: number): Trip => {
    return (state) => goes(state, refused(429, "too_many_attempts", { retryAfter: Math.max(seconds, wait(state)) }));
  };
  const code = { ...codeAnswers, purpose: "enrol", subject: "account", sent, tooMany } as const;
  return asProved(token, at.now, () => sendCode(at, { ...code, isAllowed: (state) => wait(state) === 0 }));
}

/** Makes the address a method by its code. */
export function confirmEmail({ now }: Moment, token: string, id: string, code: string): Trip {
  return asSession(token, (session) => (state) => {
    const judged = judgeCode(state, { purpose: "enrol", subject: "account", id }, code, { now });
    if (judged.is !== "right") return goes(judged.state, notRight(judged));
    const activate = (later: State) => {
      const proof = { session, amr: "email", method: "email", now } as const;
      const isNew = later.email === null;
      return activated({ ...later, email: later.email ?? id }, proof, isNew);
    };
    return goes(judged.state, limited("method_added", now, activate));
  });
}

/** What follows where a method is active: it is told if it is new, recovery codes are issued with the first one. */
function activated(
  state: State,
  { session, amr, method, now }: { session: ModelSession; amr: Amr; method: "app" | "email"; now: number },
  isNew: boolean,
  otherwise?: Expected,
) {
  const issues = !state.recovery.issued;
  const noted = state.sessions.map((each) =>
    each.by === session.by ? { ...each, secondFactorAt: now, amr: [...new Set<Amr>([...session.amr, amr])] } : each,
  );
  const recovery = issues ? { issued: true, left: codesInASet, known: [] } : state.recovery;
  const active = endUnfinished({ ...forgive(state, method), sessions: noted, recovery }, now, session.by);
  const then = isNew ? toldOfChange(happened(active, "method_added"), "method_added", now) : active;
  const right = succeeded(200, (later, { body }) => {
    const wrong = accountMismatch(then, body.account);
    if (wrong) return wrong;
    if (issues !== (body.recoveryCodes?.length === codesInASet)) return `${issues ? "ten" : "no"} recovery codes`;
    return issues ? { ...later, recovery: { ...later.recovery, known: body.recoveryCodes } } : later;
  });
  return goes(then, isNew || !otherwise ? right : otherwise);
}

/** Takes one method away; with the last one two-factor is off. */
export function removeMethod(token: string, now: number, id: string): Trip {
  const isThere = ({ apps, email }: State) => email === id || apps.some((app) => app.id === id);
  return asElevated(token, now, ({ by }) => (state) => {
    if (!isThere(state)) return goes(state, refused(404, "not_found"));
    return goes(state, (later) => {
      const ended = endUnfinished(later, now, by);
      if (!isThere(later)) return goes(ended, refused(404, "not_found"));
      const apps = later.apps.filter((app) => app.id !== id);
      const left = happened({ ...ended, apps, email: later.email === id ? null : later.email }, "method_removed");
      return goes(twoFactorIsOn(left) ? told(left, "method_removed") : withoutTwoFactor(left), succeeded(204));
    });
  });
}

/** Takes every method away. */
export function turnOff(token: string, now: number): Trip {
  return asElevated(token, now, ({ by }) => (state) => {
    const off: State = { ...endUnfinished(state, now, by), apps: [], email: null };
    return goes(twoFactorIsOn(state) ? withoutTwoFactor(off) : off, succeeded(204));
  });
}

function withoutTwoFactor(state: State): State {
  const off = { ...state, recovery: { issued: false, left: 0, known: [] } };
  return told(happened(off, "two_factor_off"), "two_factor_off");
}

/** Makes ten new recovery codes and voids the old ones. */
export function renewRecoveryCodes(token: string, now: number): Trip {
  const learn = (state: State, { body }: Answered): State | string =>
    body.recoveryCodes?.length === codesInASet
      ? { ...state, recovery: { ...state.recovery, known: body.recoveryCodes } }
      : "ten recovery codes";
  return asElevated(token, now, ({ by }) =>
    limited("recovery_codes_renewed", now, (state) => {
      if (!twoFactorIsOn(state)) return goes(state, refused(404, "not_found"));
      const recovery = { issued: true, left: codesInASet, known: [] };
      const renewed: State = { ...endUnfinished(state, now, by), recovery };
      const then = toldOfChange(happened(renewed, "recovery_codes_renewed"), "recovery_codes_renewed", now);
      return goes(then, succeeded(201, learn));
    }),
  );
}
