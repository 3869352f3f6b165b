import type { WaitingChange } from "../../contract/waiting.ts";
import { type Attempt, createAttempt } from "../attempt.ts";
import type { SecurityState } from "../security-state.ts";

/** Stopping one thing that waits. */
export interface Stop {
  attempt: Attempt;
  run: () => Promise<void>;
}

/** Stops what waits, with a proof that was begun after it. */
export function createStop({ client, stepUp, visit }: SecurityState, { id, type }: WaitingChange): Stop {
  const attempt = createAttempt();
  return {
    attempt,
    async run() {
      const { reload } = visit();
      const answer = await attempt.run(() => stepUp.guard(() => client.account.stopWaiting(id)));
      if (answer?.ok) await reload({ say: { what: "waiting_stopped", type } });
      // It has taken effect, or was stopped elsewhere: the account says which.
      else if (answer?.code === "not_found") await reload();
    },
  };
}
