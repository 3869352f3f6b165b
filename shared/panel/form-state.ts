import { computed, effect, type ReadonlySignal, signal } from "@preact/signals";
import type { Answer } from "../contract/answer.ts";
import { type Attempt, createAttempt, type PanelFailure } from "./attempt.ts";

/** One field of a form. */
export interface FieldRule {
  value: ReadonlySignal<string>;
  /** Whether what stands in it can be sent. */
  accepts: (text: string) => boolean;
  /** Whether a failure is about what stands in it; the form says the others. */
  isAbout?: (failure: PanelFailure) => boolean;
}

/** What is wrong with a field: it can't be sent as it is (`unfit`), or the service has refused it. */
export type FieldFault = "unfit" | PanelFailure;

/** A form as far as its errors go: all at once, each gone as soon as its field changes. */
export interface FormState<Name extends string> {
  attempt: Attempt;
  faults: Record<Name, ReadonlySignal<FieldFault | null>>;
  /** A failure that is about none of the fields. */
  failure: ReadonlySignal<PanelFailure | null>;
  /** The first field that can't be sent; a new object each time, so that the focus can go there again. */
  first: ReadonlySignal<{ name: Name } | null>;
  /** Makes the call where every field can be sent; undefined where one can't, or no try is taken now. */
  send: <Value>(call: () => Promise<Answer<Value>>) => Promise<Answer<Value> | undefined>;
}

/** A form that has not been sent yet, its fields in the order in which they stand. */
export function createFormState<Name extends string>(
  rules: Record<Name, FieldRule>,
  attempt: Attempt = createAttempt(),
): FormState<Name> {
  const names = Object.keys(rules) as Name[];
  const unfit = signal<Name[]>([]);
  /** The fields that have not changed since the form was sent. */
  const unchanged = signal<Name[]>([]);
  const first = signal<{ name: Name } | null>(null);
  let stop = () => {};

  const follow = () => {
    stop();
    const sent = new Map(names.map((name) => [name, rules[name].value.peek()]));
    unchanged.value = names;
    stop = effect(() => {
      unchanged.value = unchanged.peek().filter((name) => rules[name].value.value === sent.get(name));
    });
  };
  const faultOf = (name: Name): FieldFault | null => {
    // How long to wait is still true of what has been entered since.
    if (!unchanged.value.includes(name) && !attempt.blocked.value) return null;
    if (unfit.value.includes(name)) return "unfit";
    const failure = attempt.failure.value;
    return failure && rules[name].isAbout?.(failure) ? failure : null;
  };

  return {
    attempt,
    faults: Object.fromEntries(names.map((name) => [name, computed(() => faultOf(name))])) as FormState<Name>["faults"],
    failure: computed(() => {
      const failure = attempt.failure.value;
      return failure && names.some((name) => rules[name].isAbout?.(failure)) ? null : failure;
    }),
    first,
    async send(call) {
      if (attempt.pending.peek() || attempt.blocked.peek()) return undefined;
      follow();
      unfit.value = names.filter((name) => !rules[name].accepts(rules[name].value.peek()));
      first.value = unfit.value[0] === undefined ? null : { name: unfit.value[0] };
      if (first.value) attempt.clear();
      return first.value ? undefined : attempt.run(call);
    },
  };
}

/** Any text but an empty one, of a field in which spaces alone are nothing. */
export function isFilled(text: string): boolean {
  return text.trim() !== "";
}

/** Any text but an empty one, of a field in which spaces count. */
export function isEntered(password: string): boolean {
  return password !== "";
}

/** Every failure, for the only field of a form. */
export function isAnything(): boolean {
  return true;
}

/** Failures of these codes. */
export function isOneOf(...codes: PanelFailure["code"][]): (failure: PanelFailure) => boolean {
  return ({ code }) => codes.includes(code);
}
