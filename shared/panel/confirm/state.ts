import { type ReadonlySignal, signal } from "@preact/signals";
import type { Account } from "../../contract/account.ts";
import type { Client } from "../../contract/client.ts";
import type { StepUpMethod } from "../../contract/errors.ts";
import { isElevated, type StepUp } from "../step-up/state.ts";

/** What is about to be done and what it means; `leadWithCode` where a code is asked for with it. */
export interface ConfirmationWords {
  title: string;
  lead: string;
  leadWithCode: string;
  action: string;
}

/** Something that a person has to confirm by a click, for a code was given just before. */
export interface ConfirmationQuestion {
  words: ConfirmationWords;
  settle: (confirmed: boolean) => void;
}

/** Asks once more before something is taken away for good. */
export interface Confirmation {
  question: ReadonlySignal<ConfirmationQuestion | null>;
  /** Whether the person goes on: by a fresh proof in words of what it is for, or by a click where they gave one just now. */
  ask: (words: ConfirmationWords) => Promise<boolean>;
}

interface ConfirmationOptions {
  client: Client;
  stepUp: StepUp;
  account: ReadonlySignal<Account | null>;
}

/** The confirmations of one panel. */
export function createConfirmation({ client, stepUp, account }: ConfirmationOptions): Confirmation {
  const question = signal<ConfirmationQuestion | null>(null);

  const askByClick = (words: ConfirmationWords) =>
    new Promise<boolean>((resolve) => {
      question.value = {
        words,
        settle(confirmed) {
          question.value = null;
          resolve(confirmed);
        },
      };
    });

  return {
    question,
    // Asked before the call and not by its answer: within ten minutes of a code one click would take it all away.
    async ask(words) {
      if (await isElevated(client)) return askByClick(words);
      const methods = proofsOf(account.value);
      const isByCode = !methods.includes("password");
      const reason = isByCode ? words.leadWithCode : words.lead;
      return stepUp.ask({ methods, title: words.title, reason, action: words.action, final: true });
    },
  };
}

/** What the account can prove itself with: its methods, the preferred one first; the password where it has none. */
export function proofsOf(account: Account | null): StepUpMethod[] {
  const { methods = [], preferred } = account?.twoFactor ?? {};
  const sorted = methods.toSorted((a, b) => Number(b.id === preferred) - Number(a.id === preferred));
  return sorted.length > 0 ? [...new Set(sorted.map(({ type }) => type))] : ["password"];
}
