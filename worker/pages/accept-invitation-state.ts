import { type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { Client } from "../../shared/contract/client.ts";
import { createFormState, type FormState, isEntered, isOneOf } from "../../shared/panel/form-state.ts";
import { createStrength, type Strength } from "../../shared/panel/password/strength-state.ts";
import { createSettingsToRead, type SettingsToRead } from "../../shared/panel/public-settings.ts";

/** Choosing the first password of an account that was made for somebody. */
export interface Acceptance {
  password: Signal<string>;
  strength: Strength;
  form: FormState<"password">;
  done: ReadonlySignal<boolean>;
  /** What the service asks of a password. */
  settings: SettingsToRead;
  submit: () => Promise<void>;
}

/** The acceptance of the invitation whose mail had this link. */
export function createAcceptance(client: Client, link: string): Acceptance {
  const password = signal("");
  const done = signal(false);
  const form = createFormState({
    password: { value: password, accepts: isEntered, isAbout: isOneOf("password_rejected") },
  });
  return {
    password,
    strength: createStrength(client, password, () => undefined),
    form,
    done,
    settings: createSettingsToRead(client),
    async submit() {
      const answer = await form.send(() => client.invitation.accept({ link, newPassword: password.value }));
      if (answer?.ok) done.value = true;
    },
  };
}
