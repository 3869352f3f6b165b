import { type ReadonlySignal, signal } from "@preact/signals";
import { isAddress } from "../../email-address/read.ts";
import { type Attempt, createAttempt } from "../attempt.ts";
import { firstMissing, type Missing } from "../missing.ts";
import type { WayIn } from "./state.ts";

/** Asking for a mail with a link that unlocks the sign-in, for the address that was typed. */
export interface UnlockRequest {
  missing: ReadonlySignal<Missing<"email"> | null>;
  attempt: Attempt;
  submit: () => Promise<void>;
}

/** A request for that mail on a way in. */
export function createUnlockRequest({ client, step, email }: WayIn): UnlockRequest {
  const missing = signal<Missing<"email"> | null>(null);
  const attempt = createAttempt();
  return {
    missing,
    attempt,
    async submit() {
      const address = email.value.trim();
      missing.value = firstMissing({ email: isAddress(address) });
      if (missing.value) return;
      const answer = await attempt.run(() => client.signIn.requestUnlock({ email: address }));
      if (answer?.ok) step.value = { at: "unlock_sent" };
    },
  };
}

/** Using the link of that mail, in whichever browser it was opened. */
export interface Unlock {
  attempt: Attempt;
  run: () => Promise<void>;
}

/** The use of a link on a way in: after it, this browser may try the password. */
export function createUnlock({ client, step, unlock }: WayIn, link: string): Unlock {
  const attempt = createAttempt();
  return {
    attempt,
    async run() {
      const answer = await attempt.run(() => client.signIn.confirmUnlock({ link }));
      if (answer?.ok) {
        unlock.value = answer.value;
        step.value = { at: "password" };
      } else if (answer?.code === "link_expired") step.value = { at: "link_expired", purpose: "unlock" };
    },
  };
}
