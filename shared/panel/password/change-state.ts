import { type Signal, signal } from "@preact/signals";
import { createFormState, type FormState, isEntered, isOneOf } from "../form-state.ts";
import type { SecurityState } from "../security-state.ts";
import { createStrength, type Strength } from "./strength-state.ts";

/** Changing the password: the current one, the new one and how good it is. */
export interface PasswordChange {
  current: Signal<string>;
  next: Signal<string>;
  signOutOthers: Signal<boolean>;
  strength: Strength;
  form: FormState<"current" | "next">;
  submit: () => Promise<void>;
}

/** A change of password that has not been tried yet. */
export function createPasswordChange({ client, stepUp, account, visit }: SecurityState): PasswordChange {
  const current = signal("");
  const next = signal("");
  const signOutOthers = signal(true);
  const form = createFormState({
    current: { value: current, accepts: isEntered, isAbout: isOneOf("wrong_credentials") },
    next: { value: next, accepts: isEntered, isAbout: isOneOf("password_rejected") },
  });
  return {
    current,
    next,
    signOutOthers,
    strength: createStrength(client, next, () => account.value?.email),
    form,
    async submit() {
      const { reload } = visit();
      const body = {
        currentPassword: current.value,
        newPassword: next.value,
        signOutOthers: signOutOthers.value,
      };
      const answer = await form.send(() => stepUp.guard(() => client.password.change(body)));
      if (answer?.ok) await reload({ say: { what: "password_changed" } });
    },
  };
}
