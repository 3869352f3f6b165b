import { type ReadonlySignal, signal } from "@preact/signals";
import { looksLikeAddress } from "../../email-address/look.ts";
import { type Attempt, createAttempt } from "../attempt.ts";
import { firstMissing, type Missing } from "../missing.ts";
import type { WayIn } from "./state.ts";

/** What a mail is asked for: a code and a link for a new password, or a link that unlocks the sign-in. */
export type MailPurpose = "reset" | "unlock";

/** Asking for a mail to the address that was entered. */
export interface AddressRequest {
  /** The address is missing, or is none: by its look, or by what the service said. */
  missing: ReadonlySignal<Missing<"email"> | null>;
  attempt: Attempt;
  submit: () => Promise<void>;
}

/** A request for a mail on a way in, which goes on to what that mail is for. */
export function createAddressRequest({ client, step, email: typed }: WayIn, purpose: MailPurpose): AddressRequest {
  const missing = signal<Missing<"email"> | null>(null);
  const attempt = createAttempt();
  const send = async (email: string) => {
    if (purpose === "unlock") {
      const answer = await attempt.run(() => client.signIn.requestUnlock({ email }));
      if (answer?.ok) step.value = { at: "unlock_sent" };
      return answer;
    }
    const answer = await attempt.run(() => client.passwordReset.request({ email }));
    if (answer?.ok) step.value = { at: "reset_code", reset: answer.value.reset };
    return answer;
  };
  return {
    missing,
    attempt,
    async submit() {
      const email = typed.value.trim();
      missing.value = firstMissing({ email: looksLikeAddress(email) });
      if (missing.value) return;
      const answer = await send(email);
      if (answer?.ok !== false || answer.code !== "invalid_request") return;
      attempt.clear();
      missing.value = { field: "email" };
    },
  };
}
