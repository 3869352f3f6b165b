import type { Amr } from "../../../../shared/contract/session.ts";
import { matchingTotpStep } from "../../../../shared/otp/totp.ts";
import { canonicalRecoveryCode } from "../../../../worker/recovery-code/rules.ts";
import type { CodeMethod } from "../../../../worker/throttle/rules.ts";
import { stepWindow, totpKey } from "../../../../worker/totp/rules.ts";
import { judgeCode, notRight } from "./email-code.ts";
import { type Expected, goes, refused, type Trip } from "./possible.ts";
import { happened, type ModelApp, noted, type State, told } from "./state.ts";

/** A second factor that was right. A recovery code is spent only with what is allowed by it. */
export interface Proof {
  amr: Amr;
  isGood: (state: State) => boolean;
  /** With what is written and told of its use, and the code spent. */
  use: (state: State) => State;
}

/** A code that is typed for a second step. */
export interface TypedCode {
  method: CodeMethod;
  code: string;
  now: number;
  /** What an e-mailed one was asked for. */
  asked: { purpose: "second_step" | "step_up"; subject: string };
  /** Tries that are left, where the sign-in counts them. */
  attemptsLeft?: number;
  right: (proof: Proof) => Trip;
}

/** Judges a code, after its try was taken in `state`. */
export function judge(state: State, typed: TypedCode): Trip | Expected {
  if (typed.method === "app") return judgeApp(state.apps, typed);
  if (typed.method === "email") return judgeEmail(typed);
  return judgeRecovery(state, typed);
}

/** What keys count its tries, beside the account's own. */
export function countedUnder(method: CodeMethod): string[] {
  return method === "recovery" ? ["second"] : ["second", method];
}

/** The step that a code of an app is right for at a moment. */
export function stepOf({ secret }: Pick<ModelApp, "secret">, code: string, now: number): number | undefined {
  return matchingTotpStep(totpKey(secret, ""), code, now, stepWindow);
}

/** With a wrong code written down after the answer. */
export function noteWrong(state: State, { purpose }: TypedCode["asked"]): State {
  return noted(state, "sign_in_failed_second_step", purpose === "step_up" ? "wrong_step_up_code" : "wrong_second_step");
}

function wrong(typed: TypedCode, expected: Expected): Expected {
  return {
    ...expected,
    learn: (state, answered) => {
      const learned = expected.learn?.(state, answered) ?? state;
      return typeof learned === "string" || expected.code !== "wrong_code" ? learned : noteWrong(learned, typed.asked);
    },
  };
}

function judgeApp(apps: readonly ModelApp[], typed: TypedCode): Trip | Expected {
  const app = apps.find((each) => stepOf(each, typed.code, typed.now) !== undefined);
  const { attemptsLeft } = typed;
  if (!app) return wrong(typed, refused(401, "wrong_code", { attemptsLeft }));
  const step = stepOf(app, typed.code, typed.now) ?? 0;
  return (later) => {
    const isFresh = later.apps.some(({ id, lastStep }) => id === app.id && lastStep < step);
    if (!isFresh) return goes(later, wrong(typed, refused(401, "wrong_code", { attemptsLeft, alreadyUsed: true })));
    const spent = later.apps.map((each) => (each.id === app.id ? { ...each, lastStep: step } : each));
    return goes({ ...later, apps: spent }, typed.right({ amr: "otp", isGood: () => true, use: (used) => used }));
  };
}

function judgeEmail(typed: TypedCode): Trip {
  return (state) => {
    const judged = judgeCode(state, typed.asked, typed.code, typed);
    if (judged.is !== "right") return goes(judged.state, wrong(typed, notRight(judged, typed.attemptsLeft)));
    return goes(judged.state, typed.right({ amr: "email", isGood: () => true, use: (used) => used }));
  };
}

function judgeRecovery({ recovery: { left: before } }: State, typed: TypedCode): Trip {
  const { code, attemptsLeft } = typed;
  const isIt = (known: string) => canonicalRecoveryCode(known) === canonicalRecoveryCode(code);
  const isUnused = ({ recovery }: State) => recovery.known.some(isIt);
  const left = before - 1;
  return (state) =>
    goes(
      state,
      isUnused(state)
        ? typed.right({ amr: "recovery", isGood: isUnused, use })
        : wrong(typed, refused(401, "wrong_code", { attemptsLeft })),
    );

  function use(state: State): State {
    const { recovery } = state;
    const known = recovery.known.filter((each) => !isIt(each));
    const spent = { ...state, recovery: { ...recovery, left: recovery.left - 1, known } };
    return told(happened(spent, "recovery_code_used"), left <= 2 ? "few_recovery_codes" : "recovery_code_used");
  }
}
