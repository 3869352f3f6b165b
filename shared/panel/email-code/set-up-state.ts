import { type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { isComplete } from "../../ui/code-digits.ts";
import { type Attempt, createAttempt } from "../attempt.ts";
import { firstMissing, type Missing } from "../missing.ts";
import type { SecurityState } from "../security-state.ts";
import { createResend, type Resend } from "./resend-state.ts";

/** Setting up e-mail as a second factor: the code that was mailed. */
export interface EmailSetUp {
  code: Signal<string>;
  incomplete: ReadonlySignal<Missing<"code"> | null>;
  confirming: Attempt;
  resend: Resend;
  /** Sends the first code, unless one is on its way that is still good. */
  begin: () => Promise<void>;
  confirm: () => Promise<void>;
}

/** The set-up of e-mail. `name` is what the method is called in what is said at the end. */
export function createEmailSetUp(security: SecurityState, name: string): EmailSetUp {
  const { client, stepUp, mailed } = security;
  if (mailed.value && Date.parse(mailed.value.enrolment.expiresAt) <= Date.now()) mailed.value = null;
  const code = signal("");
  const incomplete = signal<Missing<"code"> | null>(null);
  const confirming = createAttempt();
  const send = async () => {
    const answer = await stepUp.guard(() => client.twoFactor.enrolEmail());
    if (answer.ok) {
      mailed.value = { enrolment: answer.value, sentAtMs: Date.now() };
      confirming.clear();
    } else if (answer.code === "step_up_required") {
      security.show(null);
    }
    return answer;
  };
  const resend = createResend(send, mailed.value?.sentAtMs ?? null);
  return {
    code,
    incomplete,
    confirming,
    resend,
    async begin() {
      if (!mailed.value) await resend.send();
    },
    async confirm() {
      const id = mailed.value?.enrolment.id;
      incomplete.value = firstMissing({ code: isComplete(code.value) });
      if (id === undefined || incomplete.value) return;
      const answer = await confirming.run(() => stepUp.guard(() => client.twoFactor.confirmEmail(id, code.value)));
      if (!answer?.ok) return;
      mailed.value = null;
      security.confirmed(name, answer.value);
    },
  };
}
