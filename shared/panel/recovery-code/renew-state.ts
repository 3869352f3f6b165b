import { type Attempt, createAttempt } from "../attempt.ts";
import type { ConfirmationWords } from "../confirm/state.ts";
import type { SecurityState } from "../security-state.ts";

/** Making new recovery codes in the place of those before. */
export interface CodeRenewal {
  attempt: Attempt;
  run: (words: ConfirmationWords) => Promise<void>;
}

/** New codes for the account that is signed in, after asking once more. */
export function createCodeRenewal({ client, confirmation, stepUp, visit }: SecurityState): CodeRenewal {
  const attempt = createAttempt();
  return {
    attempt,
    async run(words) {
      const { reload, showCodes } = visit();
      if (!(await confirmation.ask(words))) return;
      const answer = await attempt.run(() => stepUp.guard(() => client.recoveryCodes.renew()));
      if (!answer?.ok) return;
      showCodes(answer.value.recoveryCodes);
      await reload();
    },
  };
}
