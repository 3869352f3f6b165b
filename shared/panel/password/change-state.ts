import { type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { Client } from "../../contract/client.ts";
import { type Attempt, createAttempt } from "../attempt.ts";
import { firstMissing, type Missing } from "../missing.ts";
import type { StepUp } from "../step-up/state.ts";
import { createStrength, type Strength } from "./strength-state.ts";

/** Changing the password: the current one, the new one and how good it is. */
export interface PasswordChange {
  current: Signal<string>;
  next: Signal<string>;
  signOutOthers: Signal<boolean>;
  missing: ReadonlySignal<Missing<"current" | "next"> | null>;
  strength: Strength;
  attempt: Attempt;
  submit: () => Promise<void>;
}

interface PasswordChangeOptions {
  client: Client;
  stepUp: StepUp;
  email: string;
  onChanged: () => void;
}

/** A change of password that has not been tried yet. */
export function createPasswordChange({ client, stepUp, email, onChanged }: PasswordChangeOptions): PasswordChange {
  const current = signal("");
  const next = signal("");
  const signOutOthers = signal(true);
  const missing = signal<Missing<"current" | "next"> | null>(null);
  const attempt = createAttempt();
  return {
    current,
    next,
    signOutOthers,
    missing,
    strength: createStrength(client, next, () => email),
    attempt,
    async submit() {
      missing.value = firstMissing({ current: current.value !== "", next: next.value !== "" });
      if (missing.value) return;
      const body = {
        currentPassword: current.value,
        newPassword: next.value,
        signOutOthers: signOutOthers.value,
      };
      const answer = await attempt.run(() => stepUp.guard(() => client.password.change(body)));
      if (answer?.ok) onChanged();
    },
  };
}
