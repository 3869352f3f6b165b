import type { Signal } from "@preact/signals";
import type { ComponentChildren, RefObject, TargetedInputEvent } from "preact";
import { useId } from "preact/hooks";
import { typedEmailLimit } from "../contract/limits.ts";
import { Field, useInput } from "./field.tsx";

interface TextFieldProps {
  label: string;
  value: Signal<string>;
  type?: "text" | "email";
  autocomplete: string;
  hint?: string;
  error?: ComponentChildren;
  inputRef?: RefObject<HTMLInputElement | null>;
  /** The most that is taken, in code units: more can't be entered. */
  maxLength?: number;
  /** Drawn in the type of codes, with nothing corrected as it is typed. */
  code?: boolean;
  /** The focus goes here when the field appears. */
  focusFirst?: boolean;
}

/** One line of text with its label, hint and error. */
export function TextField({ label, value, type = "text", autocomplete, hint, error, ...rest }: TextFieldProps) {
  const input = useInput(rest.inputRef, rest.focusFirst);
  return (
    <Field id={useId()} label={label} hint={hint} error={error}>
      {({ id, describedBy, invalid }) => {
        const attributes = {
          id,
          ref: input,
          class: rest.code ? "input code" : "input",
          autocomplete,
          maxLength: rest.maxLength ?? (type === "email" ? typedEmailLimit : undefined),
          autocapitalize: "none",
          spellcheck: false,
          value: value.value,
          onInput: (event: TargetedInputEvent<HTMLInputElement>) => {
            value.value = event.currentTarget.value;
          },
          "aria-describedby": describedBy,
          "aria-invalid": invalid || undefined,
        } as const;
        return type === "email" ? <input {...attributes} type="email" /> : <input {...attributes} type="text" />;
      }}
    </Field>
  );
}
