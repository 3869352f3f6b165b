import type { ErrorCode } from "../errors.ts";
import type { OperatorScope } from "../operator.ts";

/** Who may call: by nobody's leave, by a session that has proved so much, or by an operator's key with a scope. */
export type Caller = PlainCaller | { operator: OperatorScope };

type PlainCaller = "anyone" | "session" | "fresh session" | "session, fresh with two-factor" | "stepped-up session";

/** What a kind of caller means to those who call. */
interface CallerWords {
  /** In two or three words. */
  short: string;
  says: string;
  /** What is answered to others. */
  problems: ErrorCode[];
}

const callers: Record<PlainCaller, CallerWords> = {
  anyone: { short: "Anyone", says: "Needs no session.", problems: [] },
  session: { short: "Signed in", says: "Needs a session.", problems: ["not_signed_in", "other_account"] },
  "fresh session": {
    short: "Fresh proof",
    says: "Needs a session that has proved all that the account asks for within the last ten minutes, by signing in or by a step-up. With two-factor on that is a second factor.",
    problems: ["not_signed_in", "other_account", "step_up_required"],
  },
  "session, fresh with two-factor": {
    short: "Fresh second factor",
    says: "Needs a session. With two-factor on it must have proved a second factor within the last ten minutes, by signing in or by a step-up.",
    problems: ["not_signed_in", "other_account", "step_up_required"],
  },
  "stepped-up session": {
    short: "Step-up",
    says: "Needs a session that has stepped up within the last ten minutes.",
    problems: ["not_signed_in", "other_account", "step_up_required"],
  },
};

/** The words for a caller. */
export function wordsOf(caller: Caller): CallerWords {
  if (typeof caller === "string") return callers[caller];
  return {
    short: `Operator: ${caller.operator}`,
    says: `Needs an operator's key with the scope \`${caller.operator}\`, and comes from a server: from a page it is refused.`,
    problems: ["origin_not_allowed", "operator_key_refused", "scope_missing"],
  };
}
