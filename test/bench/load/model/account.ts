import { signUpLifetimeMinutes } from "../../../../worker/sign-up/create.ts";
import { forgive, secondsUntil, takeBack, takeTry } from "./count.ts";
import { activate, judgeCode, nextPlaceAt, notRight, reserveCode } from "./email-code.ts";
import { type Answered, goes, type Moment, refused, succeeded, type Trip } from "./possible.ts";
import { asElevated, asSession, handsOver } from "./session.ts";
import { accountMismatch } from "./shown.ts";
import { happened, nobody, type State } from "./state.ts";

/** Reads the account. */
export function readAccount(token: string): Trip {
  return asSession(token, () => (state) => {
    const right = succeeded(200, (later, { body }) => accountMismatch(state, body) ?? later);
    return goes(state, right);
  });
}

/** Reads a page of the activity; what it says is looked at when all pages are there. */
export function readActivity(token: string): Trip {
  return asSession(token, () => (state) => goes(state, succeeded(200)));
}

/** Asks for an account. */
export function createAccount(at: Moment, password: string): Trip {
  const signUp = { by: at.by, password, expiresAt: at.now + signUpLifetimeMinutes * 60_000 };
  const without = (state: State): State => ({ ...state, signUps: state.signUps.filter(({ by }) => by !== at.by) });
  return (state) => {
    const next = nextPlaceAt(state, "verify_address", at.now);
    const tooMany = refused(429, "too_many_attempts", { retryAfter: secondsUntil(next, at.now) });
    if (next > at.now) return goes(state, (same) => goes(same, tooMany));
    return goes(reserveCode(state, at, { purpose: "verify_address", subject: at.by, is: "reserved" }), keep);
  };

  function keep(state: State) {
    const kept = { ...state, signUps: [...state.signUps, signUp] };
    const withoutCode = (later: State) => ({
      ...later,
      emailCodes: later.emailCodes.filter(({ by }) => by !== at.by),
    });
    const notSent: Trip = (later) => goes(without(later), refused(502, "mail_not_sent"));
    return [
      { state: kept, next: (later: State) => goes(activate(later, at.by), succeeded(202, learnSignUp)) },
      { state: kept, next: (later: State) => goes(withoutCode(later), notSent) },
    ];
  }

  function learnSignUp(state: State, { body, mailed }: Answered): State | string {
    if (mailed.length !== 1) return "a code is mailed";
    const { id } = body.verification;
    return { ...state, signUps: state.signUps.map((each) => (each.by === at.by ? { ...each, id } : each)) };
  }
}

/** Proves the address, which makes the account. */
export function verifyAccount(at: Moment, id: string, code: string): Trip {
  const prover = `prover ${at.browser}`;
  const signUpIn = ({ signUps }: State) => signUps.find((each) => each.id === id);
  return (state) => {
    const signUp = signUpIn(state);
    return goes(state, signUp && signUp.expiresAt > at.now ? judge(signUp.by) : refused(401, "code_expired"));
  };

  function judge(subject: string): Trip {
    return (state) => {
      const of = { purpose: "verify_address", subject } as const;
      if (judgeCode(state, of, code, at).is === "none") return goes(state, refused(401, "code_expired"));
      const taken = takeTry(state, ["proof", prover], at.now);
      if (!taken.isTaken) return goes(state, taken.refusal);
      const judged = judgeCode(taken.state, of, code, at);
      const wait = taken.state.counts[prover]?.blockedUntil ?? 0;
      return goes(judged.state, judged.is === "right" ? make(wait) : notRight(judged));
    };
  }

  function make(wait: number): Trip {
    return (state) => {
      const signUp = signUpIn(state);
      const signUps = state.signUps.filter((each) => each !== signUp);
      const forgiven = { ...takeBack(forgive(state, "proof"), prover, wait), signUps };
      if (!signUp || state.exists) return goes(forgiven, refused(401, "code_expired"));
      const { now, by, browser } = at;
      const times = { createdAt: now, authenticatedAt: now, secondFactorAt: null, elevatedUntil: null };
      const made = happened(
        {
          ...forgiven,
          exists: true,
          isAtHome: true,
          password: signUp.password ?? "",
          sessions: [{ by, ...times, amr: ["pwd"] }],
          browsers: [browser],
        },
        "account_created",
      );
      return goes(made, handsOver(201, by, made));
    };
  }
}

/** Deletes the account, with all that is kept of it; mails on it that have not gone out yet need not go any more. */
export function deleteAccount(token: string, now: number): Trip {
  return asElevated(token, now, () => (state) => goes(state.exists ? deleted(state) : state, succeeded(204)));
}

function deleted(state: State): State {
  const { counts } = forgive(state, "current", "second", "app", "email");
  const mailsPerhaps = { ...state.mailsPerhaps };
  for (const [kind, count] of Object.entries(state.mails)) mailsPerhaps[kind] = (mailsPerhaps[kind] ?? 0) + count;
  return { ...nobody, counts, emailCodes: state.emailCodes, mails: { account_deleted: 1 }, mailsPerhaps };
}
