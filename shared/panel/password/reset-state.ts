import { type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { ResetWaiting } from "../../contract/password.ts";
import type { SignInAnswer } from "../../contract/sign-in.ts";
import type { Verification } from "../../contract/verification.ts";
import { isComplete } from "../../ui/code-digits.ts";
import { type Attempt, createAttempt } from "../attempt.ts";
import { createResend, type Resend } from "../email-code/resend-state.ts";
import { firstMissing, type Missing } from "../missing.ts";
import type { WayIn } from "../sign-in/state.ts";
import { createStrength, type Strength } from "./strength-state.ts";

/** The mailed code and the new password. */
export interface ResetForm {
  code: Signal<string>;
  next: Signal<string>;
  missing: ReadonlySignal<Missing<"code" | "next"> | null>;
  strength: Strength;
  attempt: Attempt;
  resend: Resend;
  submit: () => Promise<void>;
}

/** A reset whose code is on its way; where the account has a second step, that is asked for next. */
export function createResetForm(way: WayIn, first: Verification): ResetForm {
  const { client, step, email } = way;
  let { id } = first;
  const code = signal("");
  const next = signal("");
  const missing = signal<Missing<"code" | "next"> | null>(null);
  const attempt = createAttempt();
  const send = async () => {
    const answer = await client.passwordReset.request({ email: email.value.trim() });
    if (answer.ok) {
      id = answer.value.reset.id;
      step.value = { at: "reset_code", reset: answer.value.reset };
    }
    return answer;
  };
  return {
    code,
    next,
    missing,
    strength: createStrength(client, next, () => email.value.trim()),
    attempt,
    resend: createResend(send, Date.now()),
    async submit() {
      missing.value = firstMissing({ code: isComplete(code.value), next: next.value !== "" });
      if (missing.value) return;
      const body = { id, code: code.value, newPassword: next.value };
      const answer = await attempt.run(() => client.passwordReset.confirm(body));
      if (answer?.ok) goOn(way, answer.value);
      else if (answer?.code === "link_required") step.value = { at: "reset_link_only" };
    },
  };
}

/** The new password for a mailed link, which no count refuses. */
export interface LinkedReset {
  next: Signal<string>;
  missing: ReadonlySignal<Missing<"next"> | null>;
  strength: Strength;
  attempt: Attempt;
  submit: () => Promise<void>;
}

/** A reset by the link of its mail, in whichever browser that was opened. */
export function createLinkedReset(way: WayIn, link: string): LinkedReset {
  const { client, step } = way;
  const next = signal("");
  const missing = signal<Missing<"next"> | null>(null);
  const attempt = createAttempt();
  return {
    next,
    missing,
    strength: createStrength(client, next, () => undefined),
    attempt,
    async submit() {
      missing.value = firstMissing({ next: next.value !== "" });
      if (missing.value) return;
      const answer = await attempt.run(() => client.passwordReset.confirm({ link, newPassword: next.value }));
      if (answer?.ok) goOn(way, answer.value);
      else if (answer?.code === "link_expired") step.value = { at: "link_expired", purpose: "reset" };
    },
  };
}

/** What comes after a reset that was accepted: in, another proof, or a wait. */
function goOn({ step, proof, finish }: WayIn, answer: SignInAnswer | ResetWaiting): void {
  proof.value = null;
  if (answer.status === "complete") finish(answer);
  else if (answer.status === "waiting") step.value = { at: "reset_waiting", until: answer.until };
  else step.value = { at: "second_step", answer };
}
