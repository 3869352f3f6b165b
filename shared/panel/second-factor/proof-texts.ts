import type { ProblemTexts } from "../../locales/en/panel-problems.ts";
import { isRecoveryCode, readTypedCode } from "../../typed-code.ts";
import type { Words } from "../words.tsx";
import type { ProofMethod, SecondFactor } from "./state.ts";

const problems = { app: "appCode", email: "emailCode", recovery: "recoveryCode" } as const;

/**
 * What is said of a code that was refused. Where the account has another method whose codes look alike, the sentence
 * names it: the code may be that one's. A code of six digits is no recovery code, whichever it is.
 */
export function proofTexts(
  words: Pick<Words, "problems" | "secondStep">,
  method: Exclude<ProofMethod, "passkey">,
  { otherWays, recoveryCode }: Pick<SecondFactor, "otherWays" | "recoveryCode">,
): ProblemTexts {
  const texts = words.problems[problems[method]];
  const also = otherWays.value.includes.bind(otherWays.value);
  const { sixDigits, maybeOf } = words.secondStep;
  if (method === "recovery") {
    const typed = recoveryCode.value;
    const hasSixDigits = !isRecoveryCode(typed) && readTypedCode(typed) !== null;
    return hasSixDigits && (also("app") || also("email")) ? { ...texts, wrong_code: sixDigits } : texts;
  }
  const other = method === "app" ? "email" : "app";
  return also(other) ? { ...texts, wrong_code: `${texts.wrong_code} ${maybeOf[other]}` } : texts;
}
