import { type Signal, signal } from "@preact/signals";
import type { Verification } from "../../contract/verification.ts";
import { isComplete } from "../../ui/code-digits.ts";
import { createResend, type Resend } from "../email-code/resend-state.ts";
import { createFormState, type FormState, isAnything } from "../form-state.ts";
import type { WayIn } from "../sign-in/state.ts";

/** Proving the address of a new account by the code that was mailed to it. */
export interface AddressToVerify {
  code: Signal<string>;
  form: FormState<"code">;
  resend: Resend;
  submit: () => Promise<void>;
}

/** The address of a way in whose first code is on its way. */
export function createAddressToVerify({ client, visit }: WayIn, first: Verification): AddressToVerify {
  let { id } = first;
  const code = signal("");
  const form = createFormState({ code: { value: code, accepts: isComplete, isAbout: isAnything } });
  const send = async () => {
    const { go } = visit();
    const answer = await client.account.resendVerification({ id });
    if (answer.ok) {
      id = answer.value.verification.id;
      go({ at: "verify", verification: answer.value.verification });
    }
    return answer;
  };
  return {
    code,
    form,
    resend: createResend(send, Date.now()),
    async submit() {
      const { finish } = visit();
      const answer = await form.send(() => client.account.verify({ id, code: code.value }));
      if (answer?.ok) finish(answer.value);
    },
  };
}
