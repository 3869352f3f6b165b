import { type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { serviceNow } from "../../contract/server-clock.ts";
import type { AppEnrolment } from "../../contract/totp.ts";
import type { MethodConfirmed } from "../../contract/two-factor.ts";
import { ok } from "../../outcome.ts";
import { isComplete } from "../../ui/code-digits.ts";
import { type Attempt, createAttempt } from "../attempt.ts";
import { createFormState, type FormState, isAnything } from "../form-state.ts";
import type { SecurityState } from "../security-state.ts";
import { enrolThisBrowser } from "./enrol-this-browser.ts";

/** Setting up an authenticator app: its key, and the first code. */
export interface AppSetUp {
  enrolment: ReadonlySignal<AppEnrolment | null>;
  opening: Attempt;
  code: Signal<string>;
  form: FormState<"code">;
  /** The set-up by one click, where this browser can keep keys. */
  byBrowser: { attempt: Attempt; notSaved: ReadonlySignal<boolean> };
  /** Gets a key, unless there is one that still waits for its code. */
  begin: () => Promise<void>;
  /** Gets another key; the last one is never used. */
  beginAgain: () => Promise<void>;
  confirm: () => Promise<void>;
  enrolThisBrowser: () => Promise<void>;
}

/** The set-up of an app with nothing asked for yet. `name` is what the method is called in what is said at the end. */
export function createAppSetUp({ client, stepUp, thisBrowser, ...security }: SecurityState, name: string): AppSetUp {
  const enrolment = security.totpKey;
  const code = signal("");
  const form = createFormState({ code: { value: code, accepts: isComplete, isAbout: isAnything } });
  const opening = createAttempt();
  const byBrowser = { attempt: createAttempt(), notSaved: signal(false) };
  const beginAgain = async () => {
    const { show } = security.visit();
    form.attempt.clear();
    byBrowser.attempt.clear();
    code.value = "";
    const answer = await opening.run(() => stepUp.guard(() => client.twoFactor.enrolApp()));
    if (answer?.ok) enrolment.value = answer.value;
    else if (answer?.code === "step_up_required") show(null);
  };
  return {
    enrolment,
    opening,
    code,
    form,
    byBrowser,
    beginAgain,
    async begin() {
      const waits = enrolment.value !== null && Date.parse(enrolment.value.expiresAt) > serviceNow();
      if (waits) return;
      const { show } = security.visit();
      const left = security.leftApp.value;
      security.leftApp.value = null;
      if (left !== null) {
        // What was scanned before the page was loaded again is still the key to confirm.
        const answer = await opening.run(() => stepUp.guard(() => client.twoFactor.showApp(left)));
        if (answer?.ok) enrolment.value = answer.value;
        else if (answer?.code === "step_up_required") show(null);
        if (answer?.ok || answer?.code === "step_up_required") return;
      }
      await beginAgain();
    },
    async confirm() {
      const id = enrolment.value?.id;
      if (id === undefined) return;
      const { confirmed } = security.visit();
      const answer = await form.send(() => stepUp.guard(() => client.twoFactor.confirmApp(id, code.value)));
      if (answer?.ok) confirmed(name, answer.value);
    },
    async enrolThisBrowser() {
      const key = enrolment.value;
      const keeper = thisBrowser.peek();
      if (!key || !keeper) return;
      byBrowser.notSaved.value = false;
      const { confirmed } = security.visit();
      const answer = await byBrowser.attempt.run<MethodConfirmed | null>(() =>
        stepUp.guard<MethodConfirmed | null>(async () => {
          const used = await enrolThisBrowser({ client, thisBrowser: keeper, enrolment: key });
          return used === "not_saved" ? ok(null) : used;
        }),
      );
      if (!answer?.ok) return;
      if (answer.value) confirmed(name, answer.value);
      else byBrowser.notSaved.value = true;
    },
  };
}
