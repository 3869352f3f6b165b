import { looksLikeAddress } from "../../email-address/look.ts";
import { createFormState, type FormState, isOneOf } from "../form-state.ts";
import type { WayIn } from "./state.ts";

/** What a mail is asked for: a code and a link for a new password, or a link that unlocks the sign-in. */
export type MailPurpose = "reset" | "unlock";

/** Asking for a mail to the address that was entered. */
export interface AddressRequest {
  /** An address can be none by its look, or by what the service says. */
  form: FormState<"email">;
  submit: () => Promise<void>;
}

/** A request for a mail on a way in, which goes on to what that mail is for. */
export function createAddressRequest({ client, email: typed, visit }: WayIn, purpose: MailPurpose): AddressRequest {
  const form = createFormState({
    email: { value: typed, accepts: looksLikeAddress, isAbout: isOneOf("invalid_request") },
  });
  return {
    form,
    async submit() {
      const email = typed.value.trim();
      const { go } = visit();
      if (purpose === "unlock") {
        const answer = await form.send(() => client.signIn.requestUnlock({ email }));
        if (answer?.ok) go({ at: "unlock_sent" });
        return;
      }
      const answer = await form.send(() => client.passwordReset.request({ email }));
      if (answer?.ok) go({ at: "reset_code", reset: answer.value.reset });
    },
  };
}
