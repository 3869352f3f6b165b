import { type ReadonlySignal, signal } from "@preact/signals";
import type { Client } from "../../contract/client.ts";
import type { DisputedItem } from "../../contract/not-me.ts";
import { type Attempt, createAttempt } from "../attempt.ts";
import type { StepUp } from "../step-up/state.ts";

/** What was chosen in a review so far, by the id of the change: whether it is kept (or restored). */
export type ReviewChoices = Record<string, boolean>;

/** What was suspended or removed after 'This wasn't me' and waits for its owner. */
export interface DisputedState {
  items: ReadonlySignal<DisputedItem[]>;
  loading: Attempt;
  load: () => Promise<void>;
  /** Takes away one that has been decided. */
  drop: (id: string) => void;
}

/** The disputed changes of one panel's account, none of which has been read. */
export function createDisputed(client: Client, stepUp: StepUp): DisputedState {
  const items = signal<DisputedItem[]>([]);
  const loading = createAttempt();
  return {
    items,
    loading,
    async load() {
      const answer = await loading.run(() => stepUp.guard(() => client.disputed.list()));
      if (answer?.ok) items.value = answer.value.items;
    },
    drop(id) {
      items.value = items.value.filter((item) => item.id !== id);
    },
  };
}
