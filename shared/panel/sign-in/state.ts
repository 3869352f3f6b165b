import { effect, type Signal, signal } from "@preact/signals";
import type { Locale } from "../../contract/account.ts";
import type { Client } from "../../contract/client.ts";
import type { SecondStepAnswer, SessionAnswer, Unlocked } from "../../contract/sign-in.ts";
import type { Verification } from "../../contract/verification.ts";
import { createSettingsToRead, type SettingsToRead } from "../public-settings.ts";
import type { ProofMethod } from "../second-factor/state.ts";
import type { ThisBrowser } from "../this-browser.ts";
import { createWhereabouts } from "../whereabouts.ts";

/** Where somebody stands on the way in. */
export type SignInStep =
  | { at: "password"; why?: "sign_in_expired" | "not_signed_in" }
  | { at: "second_step"; answer: SecondStepAnswer }
  | { at: "create" }
  | { at: "verify"; verification: Verification }
  | { at: "reset" }
  | { at: "reset_code"; reset: Verification }
  | { at: "reset_waiting"; until: string }
  /** Codes are no longer accepted for the address: only the link in the mail is. */
  | { at: "reset_link_only" }
  /** A mailed link was opened: what it is for is asked before it is done. */
  | { at: "reset_link" | "unlock_link"; link: string }
  | { at: "link_expired"; purpose: "reset" | "unlock" }
  | { at: "unlock" }
  | { at: "unlock_sent" };

/** Where the second step stands, for one that is taken up again. */
export interface ProofProgress {
  method: ProofMethod;
  /** When the last code was mailed, in milliseconds since 1970. */
  mailedAtMs: number | null;
}

/** How far somebody has come, without the password: what a window that may close keeps elsewhere. */
export interface WayInProgress {
  step: SignInStep;
  email: string;
  proof: ProofProgress | null;
  unlock?: Unlocked | null;
}

/** What an answer may change: nothing, once its step has been left. */
export interface StepVisit {
  isHere: () => boolean;
  go: (step: SignInStep) => void;
  /** Hands the session over; the password is forgotten. */
  finish: (answer: SessionAnswer) => void;
}

/** What the steps on the way in share. What was typed stays on the way back. */
export interface WayIn {
  client: Client;
  locale: Locale;
  thisBrowser: ThisBrowser | undefined;
  /** Whether this browser can be remembered, to skip the second step. */
  canRemember: boolean;
  /** Whether a step may take the focus as it appears: the first one may not inside a page that has other things. */
  takesFocus: () => boolean;
  step: Signal<SignInStep>;
  email: Signal<string>;
  password: Signal<string>;
  proof: Signal<ProofProgress | null>;
  /** What the service says to everybody, such as the fewest characters of a password; read by the step that says it. */
  settings: SettingsToRead;
  /** What a mailed link gave this browser: its password is judged although strangers have used up the tries. */
  unlock: Signal<Unlocked | null>;
  /** The step as it stands now, for what is begun there and answered later. */
  visit: () => StepVisit;
}

/** The way in from its first step, or from where it was left. */
export function createWayIn(options: {
  client: Client;
  locale: Locale;
  start: SignInStep;
  kept?: WayInProgress | null;
  thisBrowser?: ThisBrowser;
  canRemember?: boolean;
  quietStart?: boolean;
  /** The step, where it is kept by the caller, such as in the history of a page. */
  step?: Signal<SignInStep>;
  onSignedIn: (answer: SessionAnswer) => void;
}): WayIn {
  const password = signal("");
  const unlock = signal(options.kept?.unlock ?? null);
  const step = options.step ?? signal<SignInStep>(options.kept?.step ?? options.start);
  const first = step.peek();
  const whereabouts = createWhereabouts();
  let at = first.at;
  effect(() => {
    // The same step may have something else to say, such as a code that was sent again.
    if (step.value.at !== at) whereabouts.move();
    at = step.value.at;
  });
  return {
    client: options.client,
    locale: options.locale,
    thisBrowser: options.thisBrowser,
    canRemember: options.canRemember ?? true,
    takesFocus: () => !options.quietStart || step.peek() !== first,
    step,
    email: signal(options.kept?.email ?? ""),
    password,
    proof: signal(options.kept?.proof ?? null),
    settings: createSettingsToRead(options.client),
    unlock,
    visit() {
      const isHere = whereabouts.here();
      return {
        isHere,
        go(next) {
          if (isHere()) step.value = next;
        },
        finish(answer) {
          if (!isHere()) return;
          password.value = "";
          unlock.value = null;
          options.onSignedIn(answer);
        },
      };
    },
  };
}

/** How far a way in has come, to be kept. */
export function progressOf({ step, email, proof, unlock }: WayIn): WayInProgress {
  return { step: step.value, email: email.value, proof: proof.value, unlock: unlock.value };
}
