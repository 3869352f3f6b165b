import { type Signal, signal } from "@preact/signals";
import { serviceNow } from "../../contract/server-clock.ts";
import { isComplete } from "../../ui/code-digits.ts";
import { createFormState, type FormState, isAnything } from "../form-state.ts";
import type { SecurityState } from "../security-state.ts";
import { createResend, type Resend } from "./resend-state.ts";

/** Setting up e-mail as a second factor: the code that was mailed. */
export interface EmailSetUp {
  code: Signal<string>;
  form: FormState<"code">;
  resend: Resend;
  /** Sends the first code, unless one is on its way that is still good. */
  begin: () => Promise<void>;
  confirm: () => Promise<void>;
}

/** The set-up of e-mail. `name` is what the method is called in what is said at the end. */
export function createEmailSetUp(security: SecurityState, name: string): EmailSetUp {
  const { client, stepUp, mailed } = security;
  if (mailed.value && Date.parse(mailed.value.enrolment.expiresAt) <= serviceNow()) mailed.value = null;
  const code = signal("");
  const form = createFormState({ code: { value: code, accepts: isComplete, isAbout: isAnything } });
  const send = async () => {
    const { show } = security.visit();
    const answer = await stepUp.guard(() => client.twoFactor.enrolEmail());
    if (answer.ok) {
      mailed.value = { enrolment: answer.value, sentAtMs: Date.now() };
      form.attempt.clear();
    } else if (answer.code === "step_up_required") {
      show(null);
    }
    return answer;
  };
  const resend = createResend(send, mailed.value?.sentAtMs ?? null);
  return {
    code,
    form,
    resend,
    async begin() {
      if (!mailed.value) await resend.send();
    },
    async confirm() {
      const id = mailed.value?.enrolment.id;
      if (id === undefined) return;
      const { confirmed } = security.visit();
      const answer = await form.send(() => stepUp.guard(() => client.twoFactor.confirmEmail(id, code.value)));
      if (!answer?.ok) return;
      mailed.value = null;
      confirmed(name, answer.value);
    },
  };
}
