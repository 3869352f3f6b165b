import { type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { Verification } from "../../contract/verification.ts";
import { isComplete } from "../../ui/code-digits.ts";
import { type Attempt, createAttempt } from "../attempt.ts";
import { createResend, type Resend } from "../email-code/resend-state.ts";
import { firstMissing, type Missing } from "../missing.ts";
import type { WayIn } from "../sign-in/state.ts";

/** Proving the address of a new account by the code that was mailed to it. */
export interface AddressToVerify {
  code: Signal<string>;
  incomplete: ReadonlySignal<Missing<"code"> | null>;
  attempt: Attempt;
  resend: Resend;
  submit: () => Promise<void>;
}

/** The address of a way in whose first code is on its way. */
export function createAddressToVerify({ client, step, finish }: WayIn, first: Verification): AddressToVerify {
  let { id } = first;
  const code = signal("");
  const incomplete = signal<Missing<"code"> | null>(null);
  const attempt = createAttempt();
  const send = async () => {
    const answer = await client.account.resendVerification({ id });
    if (answer.ok) {
      id = answer.value.verification.id;
      step.value = { at: "verify", verification: answer.value.verification };
    }
    return answer;
  };
  return {
    code,
    incomplete,
    attempt,
    resend: createResend(send, Date.now()),
    async submit() {
      incomplete.value = firstMissing({ code: isComplete(code.value) });
      if (incomplete.value) return;
      const answer = await attempt.run(() => client.account.verify({ id, code: code.value }));
      if (answer?.ok) finish(answer.value);
    },
  };
}
