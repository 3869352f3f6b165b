import { type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { Account } from "../contract/account.ts";
import type { Client } from "../contract/client.ts";
import type { EmailEnrolment } from "../contract/email-code.ts";
import type { MethodConfirmed } from "../contract/two-factor.ts";
import { type Attempt, createAttempt } from "./attempt.ts";
import { createStepUp, type StepUp } from "./step-up/state.ts";
import type { ThisBrowser } from "./this-browser.ts";

/** What is open beside the overview: a form in its section, or a screen in its place. */
export type Open =
  | null
  | "password"
  | "another_method"
  | { manage: string }
  | { setUp: "app" | "email" }
  | { recoveryCodes: string[] };

/** What has just been done, to be said. `method` is the name of the one it was done to. */
export type Done =
  | { what: "two_factor_on" | "two_factor_off" | "password_changed" }
  | { what: "method_added" | "method_removed" | "method_preferred"; method: string };

/** A set-up of e-mail that waits for its code, and when that was sent, in milliseconds since 1970. */
export interface MailedCode {
  enrolment: EmailEnrolment;
  sentAtMs: number;
}

/** The panel's state; the truth is the account as the server last told it. */
export interface SecurityState {
  client: Client;
  stepUp: StepUp;
  thisBrowser: ThisBrowser | undefined;
  account: ReadonlySignal<Account | null>;
  loading: Attempt;
  open: ReadonlySignal<Open>;
  done: ReadonlySignal<Done | null>;
  /** A code that was mailed to set e-mail up; kept, so that leaving the screen does not cost another mail. */
  mailed: Signal<MailedCode | null>;
  show: (open: Open) => void;
  /** Reads the account again, closes what is open, and says what was done. */
  reload: (after?: { say?: Done }) => Promise<void>;
  /** Takes the account as a call answered it. */
  take: (account: Account, say: Done) => void;
  confirmed: (method: string, answer: MethodConfirmed) => void;
}

interface SecurityOptions {
  client: Client;
  thisBrowser?: ThisBrowser;
  onEnded: () => void;
}

/** The security of the account that is signed in; nothing is read before `reload`. */
export function createSecurity({ client, thisBrowser, onEnded }: SecurityOptions): SecurityState {
  const stepUp = createStepUp(onEnded);
  const account = signal<Account | null>(null);
  const loading = createAttempt();
  const open = signal<Open>(null);
  const done = signal<Done | null>(null);
  const show = (next: Open) => {
    open.value = next;
    done.value = null;
  };
  const take = (next: Account, say: Done | null) => {
    account.value = next;
    open.value = null;
    done.value = say;
  };
  return {
    client,
    stepUp,
    thisBrowser,
    account,
    loading,
    open,
    done,
    mailed: signal<MailedCode | null>(null),
    show,
    take,
    async reload({ say } = {}) {
      const answer = await loading.run(() => stepUp.guard(() => client.account.get()));
      if (answer?.ok) take(answer.value, say ?? null);
    },
    confirmed(method, { account: next, recoveryCodes }) {
      take(next, recoveryCodes ? { what: "two_factor_on" } : { what: "method_added", method });
      if (recoveryCodes) open.value = { recoveryCodes };
    },
  };
}
