import { type ReadonlySignal, signal } from "@preact/signals";
import type { Answer } from "../../contract/answer.ts";
import type { Client } from "../../contract/client.ts";
import type { StepUpMethod } from "../../contract/errors.ts";

/** What somebody is asked to prove; the words say what for, and are general ones where there are none. */
export interface StepUpQuestion {
  methods: readonly StepUpMethod[];
  title?: string;
  reason?: string;
  /** What the button says that sends the proof. */
  action?: string;
  /** The proof is for something that can't be taken back: only the button sends it, never the last digit (C8). */
  final?: boolean;
  /** Called once: with true when it was proved, with false when the person left. */
  settle: (proved: boolean) => void;
}

/** What a question may say of what it is for. */
export type StepUpWords = Pick<StepUpQuestion, "title" | "reason" | "action" | "final">;

/** Calls that may need a fresh proof, and the question while one is asked for. */
export interface StepUp {
  question: ReadonlySignal<StepUpQuestion | null>;
  /**
   * Makes a call; where it needs a fresh proof, asks for it and makes the call again. A person who leaves the question
   * gets `step_up_required`; somebody whose session has ended gets `not_signed_in`, and `onEnded` is told.
   */
  guard: <Value>(call: () => Promise<Answer<Value>>, words?: StepUpWords) => Promise<Answer<Value>>;
  /** Asks for a proof ahead of the call, in words of what it is for. Answers whether it was given. */
  ask: (question: Omit<StepUpQuestion, "settle">) => Promise<boolean>;
  /** The session ended while the question stood. */
  end: () => void;
}

/** Step-ups of one panel; nobody is asked about a call whose screen they have left meanwhile, as `here` tells. */
export function createStepUp(onEnded: () => void, here: () => () => boolean = () => () => true): StepUp {
  const question = signal<StepUpQuestion | null>(null);

  const ask: StepUp["ask"] = (asked) =>
    new Promise((resolve) => {
      question.value?.settle(false);
      const own: StepUpQuestion = {
        ...asked,
        settle(proved) {
          if (question.peek() === own) question.value = null;
          resolve(proved);
        },
      };
      question.value = own;
    });

  return {
    question,
    ask,
    async guard(call, words) {
      const isHere = here();
      let answer = await call();
      if (!answer.ok && answer.code === "step_up_required" && isHere()) {
        const proved = await ask({ ...words, methods: answer.details.methods ?? [] });
        if (proved) answer = await call();
      }
      if (!answer.ok && answer.code === "not_signed_in") onEnded();
      return answer;
    },
    end() {
      question.value?.settle(false);
      onEnded();
    },
  };
}

/** Whether the session has proved itself lately, so that a sensitive call would be taken without a question. */
export async function isElevated(client: Client): Promise<boolean> {
  const who = await client.session.get();
  return who.ok && who.value.session.elevatedUntil !== null;
}
