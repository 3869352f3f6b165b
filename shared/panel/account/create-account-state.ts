import { type ReadonlySignal, signal } from "@preact/signals";
import { looksLikeAddress } from "../../email-address/look.ts";
import { type Attempt, createAttempt } from "../attempt.ts";
import { firstMissing, type Missing } from "../missing.ts";
import { createStrength, type Strength } from "../password/strength-state.ts";
import type { WayIn } from "../sign-in/state.ts";

/** Making an account: an address, a password, and how good that password is. */
export interface AccountToCreate {
  missing: ReadonlySignal<Missing<"email" | "password"> | null>;
  attempt: Attempt;
  strength: Strength;
  submit: () => Promise<void>;
}

/** A new account on a way in; its address is proved in the next step. */
export function createAccountToCreate({ client, locale, step, email, password }: WayIn): AccountToCreate {
  const missing = signal<Missing<"email" | "password"> | null>(null);
  const attempt = createAttempt();
  return {
    missing,
    attempt,
    strength: createStrength(client, password, () => email.value.trim() || undefined),
    async submit() {
      const typed = { email: email.value.trim(), password: password.value };
      missing.value = firstMissing({ email: looksLikeAddress(typed.email), password: typed.password !== "" });
      if (missing.value) return;
      const answer = await attempt.run(() => client.account.create({ ...typed, locale }));
      if (answer?.ok) step.value = { at: "verify", verification: answer.value.verification };
    },
  };
}
