import { type ReadonlySignal, signal } from "@preact/signals";
import { type Attempt, createAttempt } from "../attempt.ts";
import { firstMissing, type Missing } from "../missing.ts";
import type { WayIn } from "./state.ts";

/** The first step: e-mail and password together. */
export interface PasswordStep {
  missing: ReadonlySignal<Missing<"email" | "password"> | null>;
  attempt: Attempt;
  submit: () => Promise<void>;
}

/** The first step on a way in. */
export function createPasswordStep({ client, step, email, password, proof, finish }: WayIn): PasswordStep {
  const missing = signal<Missing<"email" | "password"> | null>(null);
  const attempt = createAttempt();
  return {
    missing,
    attempt,
    async submit() {
      const typed = { email: email.value.trim(), password: password.value };
      missing.value = firstMissing({ email: typed.email !== "", password: typed.password !== "" });
      if (missing.value) return;
      const answer = await attempt.run(() => client.signIn.start(typed));
      if (!answer?.ok) return;
      proof.value = null;
      if (answer.value.status === "complete") finish(answer.value);
      else step.value = { at: "second_step", answer: answer.value };
    },
  };
}
