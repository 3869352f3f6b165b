import { type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { Account } from "../../contract/account.ts";
import type { Client } from "../../contract/client.ts";
import type { StepUpMethod } from "../../contract/errors.ts";
import { ok } from "../../outcome.ts";
import { createFormState, type FormState } from "../form-state.ts";
import { isElevated, type StepUp } from "../step-up/state.ts";

/** What is about to be done, and what it means. */
export interface ConfirmationWords {
  title: string;
  lead: string;
  action: string;
  /** The account's address has to be entered first, for nothing brings back what this ends. */
  byAddress?: boolean;
}

/** The account's address, to be entered: what stands there, and that it was another one when it was sent. */
export interface AddressToEnter {
  entered: Signal<string>;
  form: FormState<"address">;
}

/** Something that a person has to confirm. */
export interface ConfirmationQuestion {
  words: ConfirmationWords;
  /** The address of the account that it is about. */
  email: string;
  address: AddressToEnter | null;
  /** A proof is asked for next, and its button is the one that does it. */
  goesOn: boolean;
  confirm: () => void;
  leave: () => void;
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
  /** Tells whether the person has stayed where they pressed the button: nobody is asked elsewhere. */
  here: () => () => boolean;
}

/** The confirmations of one panel. */
export function createConfirmation({ client, stepUp, account, here }: ConfirmationOptions): Confirmation {
  const question = signal<ConfirmationQuestion | null>(null);

  const askHere = (words: ConfirmationWords, goesOn: boolean) =>
    new Promise<boolean>((resolve) => {
      const email = account.value?.email ?? "";
      const entered = signal("");
      const accepts = (text: string) => !words.byAddress || isSame(text, email);
      const form = createFormState({ address: { value: entered, accepts } });
      const settle = (confirmed: boolean) => {
        if (question.peek() === own) question.value = null;
        resolve(confirmed);
      };
      const own: ConfirmationQuestion = {
        words,
        email,
        address: words.byAddress ? { entered, form } : null,
        goesOn,
        leave: () => settle(false),
        confirm: () => void form.send(async () => ok(settle(true))),
      };
      question.peek()?.leave();
      question.value = own;
    });

  return {
    question,
    // Asked before the call and not by its answer: within ten minutes of a code one click would take it all away.
    async ask(words) {
      const isHere = here();
      const elevated = await isElevated(client);
      if (!isHere()) return false;
      if ((elevated || words.byAddress) && !(await askHere(words, !elevated))) return false;
      if (elevated) return true;
      const methods = proofsOf(account.value);
      return stepUp.ask({ methods, title: words.title, reason: words.lead, action: words.action, final: true });
    },
  };
}

/** Whether two spellings are one address, as far as a person means it who reads the one and enters the other. */
function isSame(entered: string, email: string): boolean {
  const fold = (text: string) => text.trim().normalize("NFKC").toLowerCase();
  return fold(entered) === fold(email);
}

/** What the account can prove itself with: its methods, the preferred one first; the password where it has none. */
export function proofsOf(account: Account | null): StepUpMethod[] {
  const { methods = [], preferred } = account?.twoFactor ?? {};
  const sorted = methods.toSorted((a, b) => Number(b.id === preferred) - Number(a.id === preferred));
  return sorted.length > 0 ? [...new Set(sorted.map(({ type }) => type))] : ["password"];
}
