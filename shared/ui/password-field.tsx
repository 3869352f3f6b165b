import { type Signal, useSignal } from "@preact/signals";
import type { ComponentChildren, RefObject, TargetedInputEvent } from "preact";
import { useId } from "preact/hooks";
import { Field, useInput } from "./field.tsx";

interface PasswordFieldProps {
  label: string;
  value: Signal<string>;
  autocomplete: "current-password" | "new-password";
  /** The words on the button that shows and hides what is typed. */
  words: { show: string; hide: string };
  hint?: string;
  error?: ComponentChildren;
  inputRef?: RefObject<HTMLInputElement | null>;
  /** The focus goes here when the field appears. */
  focusFirst?: boolean;
}

/** A password with a button that shows it; it starts hidden each time. */
export function PasswordField({ label, value, autocomplete, words, hint, error, ...rest }: PasswordFieldProps) {
  const shown = useSignal(false);
  const input = useInput(rest.inputRef, rest.focusFirst);
  return (
    <Field id={useId()} label={label} hint={hint} error={error}>
      {({ id, describedBy, invalid }) => {
        const attributes = {
          id,
          ref: input,
          class: "input",
          autocomplete,
          autocapitalize: "none",
          spellcheck: false,
          value: value.value,
          onInput: (event: TargetedInputEvent<HTMLInputElement>) => {
            value.value = event.currentTarget.value;
          },
          "aria-describedby": describedBy,
          "aria-invalid": invalid || undefined,
        } as const;
        return (
          <div class="password">
            {shown.value ? (
              // A browser keeps what stands in a field of text for its next start, on the disk, unless it is told not to.
              <input {...attributes} type="text" autocomplete="off" />
            ) : (
              <input {...attributes} type="password" />
            )}
            <button
              type="button"
              class="reveal"
              aria-pressed={shown.value}
              aria-controls={attributes.id}
              onClick={() => {
                // What was filled without an event is in the field alone, and the next one begins with the signal.
                value.value = input.current?.value ?? value.value;
                shown.value = !shown.value;
              }}
            >
              {shown.value ? words.hide : words.show}
              {/* As text and not as aria-label, so that looking for the field by its label finds the field alone. */}
              <span class="visually-hidden"> {label.toLowerCase()}</span>
            </button>
          </div>
        );
      }}
    </Field>
  );
}
