import type { Signal } from "@preact/signals";
import type { RefObject } from "preact";

interface CheckboxProps {
  label: string;
  value: Signal<boolean>;
  inputRef?: RefObject<HTMLInputElement | null>;
}

/** A box to tick, with its label beside it. */
export function Checkbox({ label, value, inputRef }: CheckboxProps) {
  return (
    <label class="check">
      <input
        ref={inputRef}
        type="checkbox"
        checked={value.value}
        onChange={(event) => {
          value.value = event.currentTarget.checked;
        }}
      />
      {label}
    </label>
  );
}
