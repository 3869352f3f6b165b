import type { ComponentChildren, RefObject } from "preact";
import { useRef } from "preact/hooks";
import type { ProblemTexts } from "../locales/en/panel-problems.ts";
import { useFocusFor } from "./focus.ts";
import type { FormState } from "./form-state.ts";
import { Problem } from "./problem.tsx";

/** What a field's component shows of it. */
export interface FormField {
  inputRef: RefObject<HTMLInputElement | null>;
  /** The service has refused what stands there, and the error says why. */
  isRefused: boolean;
  /** What is said below the field; nothing while nothing is wrong with it. */
  error: ComponentChildren;
}

/**
 * One field of a form, for its component: what is wrong with it in words (`unfit` where it can't be sent as it is), and the
 * focus once it is the first that is wrong.
 */
export function useFormField<Name extends string>(
  form: FormState<Name>,
  name: Name,
  unfit: string,
  texts: ProblemTexts,
): FormField {
  const inputRef = useRef<HTMLInputElement>(null);
  const first = form.first.value;
  const fault = form.faults[name].value;
  const failure = fault === "unfit" ? null : fault;
  useFocusFor(first?.name === name ? first : failure, inputRef);
  const error = fault === "unfit" ? <p>{unfit}</p> : failure && <Problem failure={failure} texts={texts} />;
  return { inputRef, isRefused: failure !== null, error };
}
