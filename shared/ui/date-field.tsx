import type { Signal } from "@preact/signals";
import { useId } from "preact/hooks";
import { Field } from "./field.tsx";

/** A day by the platform's own calendar, as `2026-11-29`; empty where none is chosen. */
export function DateField({ label, value }: { label: string; value: Signal<string> }) {
  return (
    <Field id={useId()} label={label}>
      {({ id }) => (
        <input
          id={id}
          class="input"
          type="date"
          value={value.value}
          onInput={(event) => {
            value.value = event.currentTarget.value;
          }}
        />
      )}
    </Field>
  );
}
