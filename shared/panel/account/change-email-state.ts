import { type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { looksLikeAddress } from "../../email-address/look.ts";
import { isComplete } from "../../ui/code-digits.ts";
import { createResend, type Resend } from "../email-code/resend-state.ts";
import { createFormState, type FormState, isAnything, isOneOf } from "../form-state.ts";
import { tellKeeperNow } from "../passkey/tell-keeper.ts";
import type { SecurityState } from "../security-state.ts";

/** A change of the account's address: where to, and the code that was mailed there. */
export interface EmailChangeForm {
  email: Signal<string>;
  code: Signal<string>;
  /** The address that a code has gone to; null before. */
  sentTo: ReadonlySignal<string | null>;
  asking: FormState<"email">;
  confirming: FormState<"code">;
  resend: Resend;
  /** Sends the code, or with one under way confirms the change by it. */
  submit: () => Promise<void>;
}

/** A change of address that has not been asked for yet. */
export function createEmailChange({ client, stepUp, visit }: SecurityState): EmailChangeForm {
  const email = signal("");
  const code = signal("");
  const sentTo = signal<string | null>(null);
  const asking = createFormState({
    email: { value: email, accepts: looksLikeAddress, isAbout: isOneOf("invalid_request") },
  });
  const confirming = createFormState({ code: { value: code, accepts: isComplete, isAbout: isAnything } });
  const send = () => stepUp.guard(() => client.account.changeEmail({ newEmail: email.value.trim() }));
  const resend = createResend(send, Date.now());
  const begin = async () => {
    const asked = email.value.trim();
    const answer = await asking.send(send);
    if (answer?.ok) sentTo.value = asked;
  };
  const confirm = async () => {
    const { take } = visit();
    const answer = await confirming.send(() => stepUp.guard(() => client.account.confirmEmail({ code: code.value })));
    if (!answer?.ok) return;
    take(answer.value, { what: "email_changed", name: answer.value.email });
    await tellKeeperNow(client);
  };
  return {
    email,
    code,
    sentTo,
    asking,
    confirming,
    resend,
    submit: () => (sentTo.value === null ? begin() : confirm()),
  };
}
