import { type ReadonlySignal, signal } from "@preact/signals";
import type { Method } from "../../contract/account.ts";
import type { StepUpMethod } from "../../contract/errors.ts";
import { type Attempt, createAttempt } from "../attempt.ts";
import type { SecurityState } from "../security-state.ts";
import { isElevated } from "../step-up/state.ts";
import type { Words } from "../words.tsx";

/** What is about to be taken away: what it means, and the same where a code is asked for. */
export type RemovalWords = Words["twoFactor"]["turnOffQuestion"];

/** A removal that a person has to confirm without a code, for one was given just before. */
export interface RemovalQuestion {
  words: RemovalWords;
  settle: (confirmed: boolean) => void;
}

/** What can be done with active methods. */
export interface TwoFactorActions {
  attempt: Attempt;
  question: ReadonlySignal<RemovalQuestion | null>;
  prefer: (method: Method, name: string) => Promise<void>;
  /** Removes one method; with the last one two-factor authentication is off. */
  remove: (method: Method, name: string, words: RemovalWords) => Promise<void>;
  turnOff: (words: RemovalWords) => Promise<void>;
}

/** The actions of one panel's methods. */
export function createTwoFactorActions({ client, stepUp, ...security }: SecurityState): TwoFactorActions {
  const attempt = createAttempt();
  const question = signal<RemovalQuestion | null>(null);

  const confirmByClick = (words: RemovalWords) =>
    new Promise<boolean>((resolve) => {
      question.value = {
        words,
        settle(confirmed) {
          question.value = null;
          resolve(confirmed);
        },
      };
    });

  // Asked before the call and not by its answer: within ten minutes of a code one click would take it all away.
  const confirm = async (words: RemovalWords) =>
    (await isElevated(client))
      ? confirmByClick(words)
      : stepUp.ask({
          methods: proofs(security),
          title: words.title,
          reason: words.leadWithCode,
          action: words.action,
        });

  return {
    attempt,
    question,
    async prefer({ id }, method) {
      const answer = await attempt.run(() => stepUp.guard(() => client.twoFactor.prefer(id)));
      if (answer?.ok) security.take(answer.value, { what: "method_preferred", method });
    },
    async remove({ id }, method, words) {
      const isLast = security.account.value?.twoFactor.methods.length === 1;
      if (!(await confirm(words))) return;
      const answer = await attempt.run(() => stepUp.guard(() => client.twoFactor.remove(id)));
      if (!answer?.ok) return;
      await security.reload({ say: isLast ? { what: "two_factor_off" } : { what: "method_removed", method } });
    },
    async turnOff(words) {
      if (!(await confirm(words))) return;
      const answer = await attempt.run(() => stepUp.guard(() => client.twoFactor.turnOff()));
      if (answer?.ok) await security.reload({ say: { what: "two_factor_off" } });
    },
  };
}

/** The account's methods, the preferred one first. */
function proofs({ account }: Pick<SecurityState, "account">): StepUpMethod[] {
  const { methods = [], preferred } = account.value?.twoFactor ?? {};
  const types = methods.toSorted((a, b) => Number(b.id === preferred) - Number(a.id === preferred));
  return [...new Set(types.map(({ type }) => type))];
}
