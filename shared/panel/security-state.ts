import { computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { Account } from "../contract/account.ts";
import type { Client } from "../contract/client.ts";
import type { EmailEnrolment } from "../contract/email-code.ts";
import type { PublicSettings } from "../contract/public-settings.ts";
import type { AppEnrolment } from "../contract/totp.ts";
import type { MethodConfirmed } from "../contract/two-factor.ts";
import type { WaitingType } from "../contract/waiting.ts";
import { type Attempt, createAttempt } from "./attempt.ts";
import { type Confirmation, createConfirmation } from "./confirm/state.ts";
import { createDisputed, type DisputedState, type ReviewChoices } from "./not-me/disputed-state.ts";
import { createStepUp, type StepUp } from "./step-up/state.ts";
import type { ThisBrowser } from "./this-browser.ts";

/** What is open beside the overview: a form in its section, or a screen in its place. */
export type Open =
  | null
  | "password"
  | "another_method"
  | "places"
  | "activity"
  | "change_email"
  | { manage: string }
  | { review: ReviewChoices }
  | { setUp: "app" | "email" | "passkey" }
  | { recoveryCodes: string[] };

/** What has just been done, to be said; `name` is what the thing is called that it was done to. */
export type Done =
  | { what: "two_factor_on" | "two_factor_off" | "password_changed" | "others_ended" | "devices_forgotten" }
  | { what: "passkeys_only" | "codes_again" | "reviewed" }
  | { what: "waiting_stopped"; type: WaitingType }
  | { what: "app_removed"; said: string }
  | { what: "method_added" | "method_removed" | "method_preferred" | "passkey_renamed"; name: string }
  | { what: "place_ended" | "device_forgotten" | "device_renamed" | "email_changed"; name: string };

/** A set-up of e-mail that waits for its code, and when that was sent, in milliseconds since 1970. */
export interface MailedCode {
  enrolment: EmailEnrolment;
  sentAtMs: number;
}

/** What was left half done: what a window that may close keeps elsewhere. */
export interface SecurityProgress {
  /** Whose it is; null before the account was read. */
  accountId: string | null;
  open: Open;
  mailed: MailedCode | null;
  totpKey: AppEnrolment | null;
  /** Which set-up of an app is under way: what is kept where its key is not, and asked for by. */
  appId?: string | null;
}

/** The panel's state; the truth is the account as the server last told it. */
export interface SecurityState {
  client: Client;
  stepUp: StepUp;
  confirmation: Confirmation;
  thisBrowser: ThisBrowser | undefined;
  account: ReadonlySignal<Account | null>;
  /** What the settings of the service say; they come with the account. */
  settings: ReadonlySignal<PublicSettings | null>;
  loading: Attempt;
  disputed: DisputedState;
  open: ReadonlySignal<Open>;
  done: ReadonlySignal<Done | null>;
  /** A code that was mailed to set e-mail up; kept, so that leaving the screen does not cost another mail. */
  mailed: Signal<MailedCode | null>;
  /** The key of an app that is being set up, until its first code or until the person leaves. */
  totpKey: Signal<AppEnrolment | null>;
  /** A set-up of an app that was under way when the page was left, without its key; null once it was asked for. */
  leftApp: Signal<string | null>;
  progress: ReadonlySignal<SecurityProgress>;
  /** Reads the account for the first time, and leaves open what is; what is disputed is shown before all else. */
  load: () => Promise<void>;
  /** Reads the account again once its owner is back; leaves open what is, but what was disputed meanwhile comes first. */
  resume: () => Promise<void>;
  show: (open: Open) => void;
  /** Keeps what was chosen in a review, for a window that closes. */
  keepReview: (choices: ReviewChoices) => void;
  /** Leaves the review, for what comes after it. */
  endReview: () => void;
  /** Reads the account again, closes what is open, and says what was done. */
  reload: (after?: { say?: Done }) => Promise<void>;
  /** Takes the account as a call answered it. */
  take: (account: Account, say: Done) => void;
  /** Says what was done, and leaves open what is. */
  say: (done: Done) => void;
  /** The account is no more, or nobody is signed in to it here. */
  leave: () => void;
  confirmed: (method: string, answer: MethodConfirmed) => void;
}

interface SecurityOptions {
  client: Client;
  thisBrowser?: ThisBrowser;
  opened?: Open;
  kept?: SecurityProgress | null;
  /** A review that was shown first has been left: where the person was going, if that is elsewhere. */
  onReviewed?: () => void;
  onEnded: () => void;
  onLeft: () => void;
}

/** The security of the account that is signed in; nothing is read before `load`. */
export function createSecurity({ client, thisBrowser, opened = null, kept, ...on }: SecurityOptions): SecurityState {
  const stepUp = createStepUp(on.onEnded);
  const account = signal<Account | null>(null);
  const settings = signal<PublicSettings | null>(null);
  const loading = createAttempt();
  const disputed = createDisputed(client, stepUp);
  const open = signal<Open>(kept?.open ?? opened);
  const mailed = signal<MailedCode | null>(kept?.mailed ?? null);
  const totpKey = signal<AppEnrolment | null>(kept?.totpKey ?? null);
  const leftApp = signal<string | null>(kept?.appId ?? null);
  const done = signal<Done | null>(null);
  const show = (next: Open) => {
    open.value = next;
    done.value = null;
    totpKey.value = null;
  };
  const take = (next: Account, say: Done | null) => {
    account.value = next;
    open.value = null;
    done.value = say;
    totpKey.value = null;
  };
  const readAccount = () => loading.run(() => stepUp.guard(() => client.account.get()));
  const readAll = async () => {
    const [answer] = await Promise.all([readAccount(), disputed.load()]);
    if (answer?.ok) settings.value = answer.value.settings;
    return answer?.ok ? answer.value : null;
  };
  return {
    client,
    stepUp,
    confirmation: createConfirmation({ client, stepUp, account }),
    thisBrowser,
    account,
    settings,
    loading,
    disputed,
    open,
    done,
    mailed,
    totpKey,
    leftApp,
    progress: computed(() => ({
      accountId: account.value?.id ?? kept?.accountId ?? null,
      open: open.value,
      mailed: mailed.value,
      totpKey: totpKey.value,
      appId: totpKey.value?.id ?? leftApp.value,
    })),
    async load() {
      const read = await readAll();
      if (!read) return;
      if (kept && kept.accountId !== read.id) {
        // What somebody else left half done is not this person's to see.
        mailed.value = null;
        show(null);
      }
      if (disputed.items.value.length > 0 && kept?.accountId !== read.id) show({ review: {} });
      account.value = read;
    },
    async resume() {
      const read = await readAll();
      if (!read) return;
      account.value = read;
      if (disputed.items.value.length > 0 && !isReview(open.value)) show({ review: {} });
    },
    show,
    keepReview(review) {
      open.value = { review };
    },
    endReview() {
      show(null);
      on.onReviewed?.();
    },
    take,
    say(what) {
      done.value = what;
    },
    leave: on.onLeft,
    async reload({ say } = {}) {
      const answer = await readAccount();
      if (answer?.ok) take(answer.value, say ?? null);
    },
    confirmed(method, { account: next, recoveryCodes }) {
      take(next, recoveryCodes ? { what: "two_factor_on" } : { what: "method_added", name: method });
      if (recoveryCodes) open.value = { recoveryCodes };
    },
  };
}

/** Whether the review of what was disputed is what is open. */
export function isReview(open: Open): open is { review: ReviewChoices } {
  return typeof open === "object" && open !== null && "review" in open;
}
