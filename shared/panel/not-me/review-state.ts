import { computed, type ReadonlySignal, signal } from "@preact/signals";
import type { DisputedItem } from "../../contract/not-me.ts";
import type { ReviewCounts } from "../../locales/en/panel-not-me.ts";
import { type Attempt, createAttempt } from "../attempt.ts";
import type { SecurityState } from "../security-state.ts";
import type { StepUpWords } from "../step-up/state.ts";
import type { ReviewChoices } from "./disputed-state.ts";

/** The decisions on what was disputed. */
export interface Review {
  items: ReadonlySignal<DisputedItem[]>;
  choices: ReadonlySignal<ReviewChoices>;
  counts: ReadonlySignal<ReviewCounts>;
  /** How many are not decided yet. */
  left: ReadonlySignal<number>;
  /** The first one without a choice when it was sent; a new object each time, so that the focus can go there again. */
  missing: ReadonlySignal<{ id: string } | null>;
  busy: ReadonlySignal<boolean>;
  attempt: Attempt;
  choose: (id: string, keep: boolean) => void;
  /** Does what was chosen, one after the other; what fails stays on the screen with its choice. */
  submit: (words: StepUpWords) => Promise<void>;
}

/** A review, taken up where it was left. */
export function createReview(security: SecurityState, kept: ReviewChoices): Review {
  const { client, stepUp, disputed } = security;
  const { items } = disputed;
  const choices = signal(kept);
  const missing = signal<{ id: string } | null>(null);
  const busy = signal(false);
  const attempt = createAttempt();
  const undecided = computed(() => items.value.filter(({ id }) => !(id in choices.value)));
  const choose = (id: string, keep: boolean) => {
    choices.value = { ...choices.value, [id]: keep };
    if (undecided.value.length === 0) missing.value = null;
    security.keepReview(choices.value);
  };
  const decideAll = async (words: StepUpWords) => {
    const { isHere } = security.visit();
    for (const { id } of items.value) {
      const keep = choices.value[id] ?? true;
      const answer = await attempt.run(() => stepUp.guard(() => client.disputed.decide(id, keep), words));
      // Decided elsewhere meanwhile is decided.
      if (!answer?.ok && answer?.code !== "not_found") return;
      disputed.drop(id);
    }
    await disputed.load();
    if (items.value.length > 0) return;
    if (isHere()) security.endReview();
    await security.visit().reload({ say: { what: "reviewed" } });
  };
  return {
    items,
    choices,
    counts: computed(() => countChoices(items.value, choices.value)),
    left: computed(() => undecided.value.length),
    missing,
    busy,
    attempt,
    choose,
    async submit(words) {
      const first = undecided.value[0];
      missing.value = first ? { id: first.id } : null;
      if (first || busy.value) return;
      busy.value = true;
      await decideAll(words).finally(() => {
        busy.value = false;
      });
    },
  };
}

/** How many of the changes that are decided go which way. */
export function countChoices(items: readonly DisputedItem[], choices: ReviewChoices): ReviewCounts {
  const count = (state: DisputedItem["state"], keep: boolean) =>
    items.filter((item) => item.state === state && choices[item.id] === keep).length;
  return {
    remove: count("suspended", false),
    keep: count("suspended", true),
    restore: count("removed", true),
    leave: count("removed", false),
  };
}
