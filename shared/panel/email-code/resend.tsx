import { Button } from "../../ui/button.tsx";
import { clockTime, useSecondsUntil } from "../../ui/countdown.ts";
import { FormProblem } from "../problem.tsx";
import { useWords } from "../words.tsx";
import type { Resend } from "./resend-state.ts";

/** Asks for another code; while it is too soon, counts down to when it may be asked for. */
export function ResendCode({ resend, onSend }: { resend: Resend; onSend: () => void }) {
  const words = useWords();
  const secondsLeft = useSecondsUntil(resend.availableAt.value);
  return (
    <div class="resend">
      <Button kind="link" disabled={secondsLeft > 0} busy={resend.sending.pending.value} onClick={onSend}>
        {secondsLeft > 0 ? words.code.resendIn(clockTime(secondsLeft)) : words.code.resend}
      </Button>
      <p class="said" role="status">
        {resend.again.value && words.code.resent}
      </p>
      <FormProblem attempt={resend.sending} texts={words.problems.emailCode} />
    </div>
  );
}
