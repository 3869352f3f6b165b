import type { ComponentChildren, RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";

/** What a control inside a field needs, to be tied to its label, hint and error. */
export interface FieldControl {
  id: string;
  describedBy: string | undefined;
  invalid: boolean;
}

interface FieldProps {
  id: string;
  label: string;
  hint?: string;
  /** Why what is typed will not do; said when it appears. */
  error?: ComponentChildren;
  children: (control: FieldControl) => ComponentChildren;
}

/** A label, its control, and below it a hint and an error that belong to the control. */
export function Field({ id, label, hint, error, children }: FieldProps) {
  const ids = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean);
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children({ id, describedBy: ids.join(" ") || undefined, invalid: Boolean(error) })}
      {hint && (
        <small id={`${id}-hint`} class="soft">
          {hint}
        </small>
      )}
      {error && (
        <div id={`${id}-error`} class="error" role="alert">
          {error}
        </div>
      )}
    </div>
  );
}

/** The ref of a field's input: the given one or one of its own. With `focusFirst` the focus goes there when it appears. */
export function useInput(
  given: RefObject<HTMLInputElement | null> | undefined,
  focusFirst = false,
): RefObject<HTMLInputElement | null> {
  const own = useRef<HTMLInputElement>(null);
  const input = given ?? own;
  useEffect(() => {
    if (focusFirst) input.current?.focus();
  }, [focusFirst, input]);
  return input;
}
