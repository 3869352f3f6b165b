import { looksLikeAddress } from "../../email-address/look.ts";
import { createFormState, type FormState, isEntered, isOneOf } from "../form-state.ts";
import { createStrength, type Strength } from "../password/strength-state.ts";
import type { WayIn } from "../sign-in/state.ts";

/** Making an account: an address, a password, and how good that password is. */
export interface AccountToCreate {
  form: FormState<"email" | "password">;
  strength: Strength;
  submit: () => Promise<void>;
}

/** A new account on a way in; its address is proved in the next step. */
export function createAccountToCreate({ client, locale, email, password, visit }: WayIn): AccountToCreate {
  const form = createFormState({
    email: { value: email, accepts: looksLikeAddress, isAbout: isOneOf("invalid_request") },
    password: { value: password, accepts: isEntered, isAbout: isOneOf("password_rejected") },
  });
  return {
    form,
    strength: createStrength(client, password, () => email.value.trim() || undefined),
    async submit() {
      const typed = { email: email.value.trim(), password: password.value };
      const { go } = visit();
      const answer = await form.send(() => client.account.create({ ...typed, locale }));
      if (answer?.ok) go({ at: "verify", verification: answer.value.verification });
    },
  };
}
