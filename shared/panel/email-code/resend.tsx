import { Button } from "../../ui/button.tsx";
import { clockTime, useSecondsUntil } from "../../ui/countdown.ts";
import { FormProblem } from "../problem.tsx";
import { useWords, type Words } from "../words.tsx";
import type { Resend } from "./resend-state.ts";

interface ResendCodeProps {
  resend: Resend;
  /** What is said where the mail is for something other than its code. */
  words?: Pick<Words["code"], "resend" | "resendIn" | "resent">;
  onSend: () => void;
}

/** Asks for another code; while it is too soon, counts down to when it may be asked for. */
export function ResendCode({ resend, words: texts, onSend }: ResendCodeProps) {
  const { code, problems } = useWords();
  const words = texts ?? code;
  const secondsLeft = useSecondsUntil(resend.availableAt.value);
  return (
    <div class="resend">
      <Button kind="link" disabled={secondsLeft > 0} busy={resend.sending.pending.value} onClick={onSend}>
        {secondsLeft > 0 ? words.resendIn(clockTime(secondsLeft)) : words.resend}
      </Button>
      <p class="said" role="status">
        {resend.again.value && words.resent}
      </p>
      <FormProblem attempt={resend.sending} texts={problems.emailCode} />
    </div>
  );
}
