import type { Signal } from "@preact/signals";
import { useId } from "preact/hooks";
import { Field } from "./field.tsx";

interface SelectFieldProps<Value extends string> {
  label: string;
  value: Signal<Value>;
  /** What can be chosen, with the words for it. */
  options: readonly { value: Value; text: string }[];
}

/** One of a few, chosen from the platform's own list. */
export function SelectField<Value extends string>({ label, value, options }: SelectFieldProps<Value>) {
  return (
    <Field id={useId()} label={label}>
      {({ id }) => (
        <select
          id={id}
          class="input"
          value={value.value}
          onChange={(event) => {
            const chosen = options.find((option) => option.value === event.currentTarget.value);
            if (chosen) value.value = chosen.value;
          }}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.text}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
