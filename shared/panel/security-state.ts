import { batch, computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { Account } from "../contract/account.ts";
import type { Client } from "../contract/client.ts";
import type { EmailEnrolment } from "../contract/email-code.ts";
import type { PublicSettings } from "../contract/public-settings.ts";
import type { AppEnrolment } from "../contract/totp.ts";
import { type Attempt, createAttempt } from "./attempt.ts";
import { type Confirmation, createConfirmation } from "./confirm/state.ts";
import type { Done } from "./done.ts";
import { createDisputed, type DisputedState, type ReviewChoices } from "./not-me/disputed-state.ts";
import { isCodes, isReview, type Open, type PanelHistory } from "./open.ts";
import { createStepUp, type StepUp } from "./step-up/state.ts";
import type { ThisBrowser } from "./this-browser.ts";
import { createVisits, type Visit } from "./visit.ts";
import { createWhereabouts } from "./whereabouts.ts";

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
  /** Undefined where this browser is no authenticator, or as long as nobody knows. */
  thisBrowser: ReadonlySignal<ThisBrowser | undefined>;
  account: ReadonlySignal<Account | null>;
  /** What the settings of the service say; they come with the account. */
  settings: ReadonlySignal<PublicSettings | null>;
  loading: Attempt;
  disputed: DisputedState;
  open: ReadonlySignal<Open>;
  done: ReadonlySignal<Done | null>;
  /** A code that was mailed to set e-mail up; kept, so that leaving the screen does not cost another mail. */
  mailed: Signal<MailedCode | null>;
  /** The key of an app that is being set up, until its first code: left and opened again, it is the one that was scanned. */
  totpKey: Signal<AppEnrolment | null>;
  /** A set-up of an app that was under way when the page was left, without its key; null once it was asked for. */
  leftApp: Signal<string | null>;
  /** Recovery codes that came when their person had gone elsewhere: they are shown when they are asked for. */
  unseenCodes: ReadonlySignal<string[] | null>;
  /** The recovery codes that are open have not been saved, as far as their person says. */
  unsavedCodes: Signal<boolean>;
  progress: ReadonlySignal<SecurityProgress>;
  /** Reads the account for the first time, and leaves open what is; what is disputed is shown before all else. */
  load: () => Promise<void>;
  /** Reads the account again once its owner is back; leaves open what is, but what was disputed meanwhile comes first. */
  resume: () => Promise<void>;
  /** Goes elsewhere, by the person's own will. */
  show: (open: Open) => void;
  /** What is open now, for what is begun there and answered later. */
  visit: () => Visit;
  /** Keeps what was chosen in a review, for a window that closes. */
  keepReview: (choices: ReviewChoices) => void;
  /** Leaves the review, for what comes after it. */
  endReview: () => void;
  /** The account is no more, or nobody is signed in to it here. */
  leave: () => void;
}

interface SecurityOptions {
  client: Client;
  thisBrowser?: ThisBrowser;
  /** Looks for this browser as an authenticator where that takes a while; may never resolve. */
  findThisBrowser?: (settings: PublicSettings) => Promise<ThisBrowser>;
  opened?: Open;
  kept?: SecurityProgress | null;
  history?: PanelHistory;
  /** A review that was shown first has been left: where the person was going, if that is elsewhere. */
  onReviewed?: () => void;
  onEnded: () => void;
  onLeft: () => void;
}

/** The security of the account that is signed in; nothing is read before `load`. */
export function createSecurity({ client, opened = null, kept, ...on }: SecurityOptions): SecurityState {
  const whereabouts = createWhereabouts();
  const stepUp = createStepUp(on.onEnded, whereabouts.here);
  const account = signal<Account | null>(null);
  const settings = signal<PublicSettings | null>(null);
  const thisBrowser = signal(on.thisBrowser);
  const loading = createAttempt();
  const disputed = createDisputed(client, stepUp);
  const open = signal<Open>(kept?.open ?? opened);
  const mailed = signal<MailedCode | null>(kept?.mailed ?? null);
  const totpKey = signal<AppEnrolment | null>(kept?.totpKey ?? null);
  const leftApp = signal<string | null>(kept?.appId ?? null);
  const unseenCodes = signal<string[] | null>(null);
  const unsavedCodes = signal(false);
  const done = signal<Done | null>(null);
  const confirmation = createConfirmation({ client, stepUp, account, here: whereabouts.here });
  const go = (next: Open, say: Done | null) => {
    whereabouts.move();
    stepUp.question.peek()?.settle(false);
    confirmation.question.peek()?.leave();
    batch(() => {
      open.value = next;
      done.value = say;
      unsavedCodes.value = isCodes(next);
      if (isCodes(next)) unseenCodes.value = null;
    });
  };
  const show = (next: Open) => go(next, null);
  const readAccount = () => loading.run(() => stepUp.guard(() => client.account.get()));
  const visit = createVisits({
    whereabouts,
    account,
    totpKey,
    leftApp,
    unseenCodes,
    go,
    say: (what) => {
      done.value = what;
    },
    readAccount,
  });
  const readAll = async () => {
    const [answer] = await Promise.all([readAccount(), disputed.load()]);
    if (answer?.ok) settings.value = answer.value.settings;
    return answer?.ok ? answer.value : null;
  };
  on.history?.(open, (to, evenUnsaved) => {
    const isFree = evenUnsaved || !unsavedCodes.value;
    if (isFree) show(to);
    return isFree;
  });
  return {
    client,
    stepUp,
    confirmation,
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
    unseenCodes,
    unsavedCodes,
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
      // Not waited for: in most browsers nobody answers.
      void on.findThisBrowser?.(read.settings).then((found) => {
        thisBrowser.value = found;
      });
      if (kept && kept.accountId !== read.id) {
        // What somebody else left half done is not this person's to see.
        mailed.value = null;
        totpKey.value = null;
        leftApp.value = null;
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
    visit,
    keepReview(review) {
      open.value = { review };
    },
    endReview() {
      show(null);
      on.onReviewed?.();
    },
    leave: on.onLeft,
  };
}
