import { type ReadonlySignal, signal } from "@preact/signals";
import type { SignInAnswer } from "../../contract/sign-in.ts";
import { type Attempt, createAttempt } from "../attempt.ts";
import { firstMissing, type Missing } from "../missing.ts";
import { canUsePasskeys } from "../passkey/ceremony.ts";
import { createPasskeyUse, type PasskeyUse } from "../passkey/use-state.ts";
import type { WayIn } from "./state.ts";

/** The first step: e-mail and password together. */
export interface PasswordStep {
  missing: ReadonlySignal<Missing<"email" | "password"> | null>;
  attempt: Attempt;
  /** Signs in without a password; undefined where this page can use no passkey. */
  passkey: PasskeyUse | undefined;
  submit: () => Promise<void>;
}

/** The first step on a way in. */
export function createPasswordStep({ client, step, email, password, proof, unlock, finish }: WayIn): PasswordStep {
  const missing = signal<Missing<"email" | "password"> | null>(null);
  const attempt = createAttempt();
  const goOn = (answer: SignInAnswer) => {
    proof.value = null;
    if (answer.status === "complete") finish(answer);
    else step.value = { at: "second_step", answer };
  };
  const passkey = canUsePasskeys()
    ? createPasskeyUse({
        ask: () => client.signIn.passkeyOptions(),
        async prove(used) {
          const answer = await client.signIn.passkey(used);
          if (answer.ok) goOn(answer.value);
          return answer;
        },
      })
    : undefined;
  return {
    missing,
    attempt,
    passkey,
    async submit() {
      const typed = { email: email.value.trim(), password: password.value };
      missing.value = firstMissing({ email: typed.email !== "", password: typed.password !== "" });
      if (missing.value) return;
      const answer = await attempt.run(() => client.signIn.start({ ...typed, unlock: unlock.value?.unlock }));
      if (answer?.ok) goOn(answer.value);
    },
  };
}
