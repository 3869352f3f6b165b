import { type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { looksLikeAddress } from "../../email-address/look.ts";
import { isComplete } from "../../ui/code-digits.ts";
import { type Attempt, createAttempt } from "../attempt.ts";
import { createResend, type Resend } from "../email-code/resend-state.ts";
import { firstMissing, type Missing } from "../missing.ts";
import { tellKeeperNow } from "../passkey/tell-keeper.ts";
import type { SecurityState } from "../security-state.ts";

/** A change of the account's address: where to, and the code that was mailed there. */
export interface EmailChangeForm {
  email: Signal<string>;
  code: Signal<string>;
  /** The address that a code has gone to; null before. */
  sentTo: ReadonlySignal<string | null>;
  missing: ReadonlySignal<Missing<"email" | "code"> | null>;
  attempt: Attempt;
  resend: Resend;
  /** Sends the code, or with one under way confirms the change by it. */
  submit: () => Promise<void>;
}

/** A change of address that has not been asked for yet. */
export function createEmailChange({ client, stepUp, ...security }: SecurityState): EmailChangeForm {
  const email = signal("");
  const code = signal("");
  const sentTo = signal<string | null>(null);
  const missing = signal<Missing<"email" | "code"> | null>(null);
  const attempt = createAttempt();
  const send = () => stepUp.guard(() => client.account.changeEmail({ newEmail: email.value.trim() }));
  const resend = createResend(send, Date.now());
  const begin = async () => {
    missing.value = firstMissing({ email: looksLikeAddress(email.value) });
    if (missing.value) return;
    const answer = await attempt.run(send);
    if (answer?.ok) sentTo.value = email.value.trim();
  };
  const confirm = async () => {
    missing.value = firstMissing({ code: isComplete(code.value) });
    if (missing.value) return;
    const answer = await attempt.run(() => stepUp.guard(() => client.account.confirmEmail({ code: code.value })));
    if (!answer?.ok) return;
    security.take(answer.value, { what: "email_changed", name: answer.value.email });
    await tellKeeperNow(client);
  };
  return {
    email,
    code,
    sentTo,
    missing,
    attempt,
    resend,
    submit: () => (sentTo.value === null ? begin() : confirm()),
  };
}
