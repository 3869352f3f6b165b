import { type Signal, signal } from "@preact/signals";
import type { ResetWaiting } from "../../contract/password.ts";
import type { SignInAnswer } from "../../contract/sign-in.ts";
import type { Verification } from "../../contract/verification.ts";
import { isComplete } from "../../ui/code-digits.ts";
import { createResend, type Resend } from "../email-code/resend-state.ts";
import { createFormState, type FormState, isEntered, isOneOf } from "../form-state.ts";
import type { StepVisit, WayIn } from "../sign-in/state.ts";
import { createStrength, type Strength } from "./strength-state.ts";

/** The mailed code and the new password. */
export interface ResetForm {
  code: Signal<string>;
  next: Signal<string>;
  strength: Strength;
  form: FormState<"code" | "next">;
  resend: Resend;
  submit: () => Promise<void>;
}

/** A reset whose code is on its way; where the account has a second step, that is asked for next. */
export function createResetForm(way: WayIn, first: Verification): ResetForm {
  const { client, email } = way;
  let { id } = first;
  const code = signal("");
  const next = signal("");
  const form = createFormState({
    code: { value: code, accepts: isComplete, isAbout: isOneOf("wrong_code", "code_expired") },
    next: { value: next, accepts: isEntered, isAbout: isOneOf("password_rejected") },
  });
  const send = async () => {
    const { go } = way.visit();
    const answer = await client.passwordReset.request({ email: email.value.trim() });
    if (answer.ok) {
      id = answer.value.reset.id;
      go({ at: "reset_code", reset: answer.value.reset });
    }
    return answer;
  };
  return {
    code,
    next,
    strength: createStrength(client, next, () => email.value.trim()),
    form,
    resend: createResend(send, Date.now()),
    async submit() {
      const body = { id, code: code.value, newPassword: next.value };
      const begun = way.visit();
      const answer = await form.send(() => client.passwordReset.confirm(body));
      if (answer?.ok) goOn(way, answer.value, begun);
      else if (answer?.code === "link_required") begun.go({ at: "reset_link_only" });
    },
  };
}

/** The new password for a mailed link, which no count refuses. */
export interface LinkedReset {
  next: Signal<string>;
  strength: Strength;
  form: FormState<"next">;
  submit: () => Promise<void>;
}

/** A reset by the link of its mail, in whichever browser that was opened. */
export function createLinkedReset(way: WayIn, link: string): LinkedReset {
  const { client } = way;
  const next = signal("");
  const form = createFormState({
    next: { value: next, accepts: isEntered, isAbout: isOneOf("password_rejected") },
  });
  return {
    next,
    strength: createStrength(client, next, () => undefined),
    form,
    async submit() {
      const begun = way.visit();
      const answer = await form.send(() => client.passwordReset.confirm({ link, newPassword: next.value }));
      if (answer?.ok) goOn(way, answer.value, begun);
      else if (answer?.code === "link_expired") begun.go({ at: "link_expired", purpose: "reset" });
    },
  };
}

/** What comes after a reset that was accepted: in, another proof, or a wait. */
function goOn({ proof }: WayIn, answer: SignInAnswer | ResetWaiting, { isHere, go, finish }: StepVisit): void {
  if (isHere()) proof.value = null;
  if (answer.status === "complete") finish(answer);
  else if (answer.status === "waiting") go({ at: "reset_waiting", until: answer.until });
  else go({ at: "second_step", answer });
}
