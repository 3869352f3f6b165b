import {
  codeLifetimeMinutes,
  codeTries,
  type EmailCodePurpose,
  mailsAnHour,
} from "../../../../worker/email-code/rules.ts";
import { secondsUntil } from "./count.ts";
import { type Expected, goes, type Moment, refused, type Trip } from "./possible.ts";
import type { ModelEmailCode, State } from "./state.ts";

const pauseMs = 30_000;
const hourMs = 60 * 60_000;

/** A code to be mailed, and what follows each way in which that may go. */
export interface CodeToSend {
  purpose: EmailCodePurpose;
  subject: string;
  /** The subject is new: the code is good from the start. */
  isFirst?: boolean;
  /** Whether one may be sent at all, by how things are as its place is taken. */
  isAllowed?: (state: State) => boolean;
  sent: Trip | Expected;
  notSent: Trip | Expected;
  tooMany: (retryAfter: number) => Trip | Expected;
}

/** Takes a place among the mails, mails a code, and makes it good and the older ones void; or gives the place back. */
export function sendCode(
  at: Moment,
  { purpose, subject, isFirst, isAllowed, sent, notSent, tooMany }: CodeToSend,
): Trip {
  return (state) => {
    const next = nextPlaceAt(state, purpose, at.now);
    if (next > at.now || isAllowed?.(state) === false)
      return goes(state, (same) => goes(same, tooMany(secondsUntil(next, at.now))));
    const reserved = reserveCode(state, at, { purpose, subject, is: isFirst ? "good" : "reserved" });
    return [
      { state: reserved, next: isFirst ? sent : (later) => goes(activate(later, at.by), sent) },
      {
        state: reserved,
        next: (later) => goes({ ...later, emailCodes: later.emailCodes.filter(({ by }) => by !== at.by) }, notSent),
      },
    ];
  };
}

/** When the counts allow a mail of this purpose: now or before, where they do (promise G4). */
export function nextPlaceAt({ emailCodes }: State, purpose: EmailCodePurpose, now: number): number {
  const times = emailCodes
    .filter((code) => code.purpose === purpose && code.at > now - hourMs)
    .map(({ at }) => at)
    .toSorted((one, other) => other - one);
  const oldestOfFull = times[mailsAnHour - 1];
  return Math.max((times[0] ?? 0) + pauseMs, (oldestOfFull ?? 0) + (oldestOfFull ? hourMs : 0));
}

/** Takes the place. */
export function reserveCode(
  state: State,
  { now, by }: Moment,
  of: Pick<ModelEmailCode, "purpose" | "subject" | "is">,
): State {
  const code = { ...of, by, at: now, expiresAt: now + codeLifetimeMinutes * 60_000, tries: codeTries };
  return { ...state, emailCodes: [...state.emailCodes, code] };
}

/** Makes a request's code good and the older ones of its subject void. */
export function activate(state: State, by: string): State {
  const chosen = state.emailCodes.find((code) => code.by === by);
  if (!chosen) return state;
  const emailCodes = state.emailCodes.map((code): ModelEmailCode => {
    if (code === chosen) return code.is === "ended" ? code : { ...code, is: "good" };
    return code.purpose === chosen.purpose && code.subject === chosen.subject ? { ...code, is: "ended" } : code;
  });
  return { ...state, emailCodes };
}

/** What a typed code turns out to be. */
export type Judged = { state: State; is: "right" | "none" } | { state: State; is: "wrong"; triesLeft: number };

/** Judges one try of a subject's living code, which counts; a right one is spent, unless that is left to the caller. */
export function judgeCode(
  state: State,
  of: { purpose: EmailCodePurpose; subject: string; id?: string },
  typed: string,
  { now, spends = true }: { now: number; spends?: boolean },
): Judged {
  const living = state.emailCodes.find(
    (code) => isOf(code, of) && code.is === "good" && code.expiresAt > now && code.tries > 0,
  );
  if (!living) return { state, is: "none" };
  const isRight = living.text === typed;
  const tried: ModelEmailCode = {
    ...living,
    tries: living.tries - 1,
    is: isRight && spends ? "ended" : "good",
  };
  const after = { ...state, emailCodes: state.emailCodes.map((code) => (code === living ? tried : code)) };
  return isRight ? { state: after, is: "right" } : { state: after, is: "wrong", triesLeft: tried.tries };
}

/** Whether a subject has a code that was sent and neither used nor voided. */
export function codeIsUnspent(state: State, of: { purpose: EmailCodePurpose; subject: string }): boolean {
  return state.emailCodes.some((code) => isOf(code, of) && code.is === "good");
}

/** Ends a subject's codes. */
export function endCodes(state: State, of: { purpose: EmailCodePurpose; subject: string }): State {
  return { ...state, emailCodes: state.emailCodes.map((code) => (isOf(code, of) ? { ...code, is: "ended" } : code)) };
}

/** The answer to a code that was judged and is not right. */
export function notRight(judged: Judged, attemptsLeft?: number): Expected {
  if (judged.is !== "wrong") return refused(401, "code_expired");
  return refused(401, "wrong_code", { attemptsLeft: Math.min(judged.triesLeft, attemptsLeft ?? judged.triesLeft) });
}

function isOf(
  code: ModelEmailCode,
  { purpose, subject, id }: { purpose: string; subject: string; id?: string },
): boolean {
  return code.purpose === purpose && code.subject === subject && (id === undefined || code.id === id);
}
