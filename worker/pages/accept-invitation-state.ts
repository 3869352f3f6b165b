import { type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { Client } from "../../shared/contract/client.ts";
import { type Attempt, createAttempt } from "../../shared/panel/attempt.ts";
import { firstMissing, type Missing } from "../../shared/panel/missing.ts";
import { createStrength, type Strength } from "../../shared/panel/password/strength-state.ts";

/** Choosing the first password of an account that was made for somebody. */
export interface Acceptance {
  password: Signal<string>;
  strength: Strength;
  missing: ReadonlySignal<Missing<"password"> | null>;
  attempt: Attempt;
  done: ReadonlySignal<boolean>;
  submit: () => Promise<void>;
}

/** The acceptance of the invitation whose mail had this link. */
export function createAcceptance(client: Client, link: string): Acceptance {
  const password = signal("");
  const missing = signal<Missing<"password"> | null>(null);
  const done = signal(false);
  const attempt = createAttempt();
  return {
    password,
    strength: createStrength(client, password, () => undefined),
    missing,
    attempt,
    done,
    async submit() {
      missing.value = firstMissing({ password: password.value !== "" });
      if (missing.value) return;
      const answer = await attempt.run(() => client.invitation.accept({ link, newPassword: password.value }));
      if (answer?.ok) done.value = true;
    },
  };
}
