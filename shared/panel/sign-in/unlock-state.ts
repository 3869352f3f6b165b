import { type Attempt, createAttempt } from "../attempt.ts";
import type { WayIn } from "./state.ts";

/** Using the link of that mail, in whichever browser it was opened. */
export interface Unlock {
  attempt: Attempt;
  run: () => Promise<void>;
}

/** The use of a link on a way in: after it, this browser may try the password. */
export function createUnlock({ client, unlock, visit }: WayIn, link: string): Unlock {
  const attempt = createAttempt();
  return {
    attempt,
    async run() {
      const { go } = visit();
      const answer = await attempt.run(() => client.signIn.confirmUnlock({ link }));
      if (answer?.ok) {
        unlock.value = answer.value;
        go({ at: "password" });
      } else if (answer?.code === "link_expired") go({ at: "link_expired", purpose: "unlock" });
    },
  };
}
