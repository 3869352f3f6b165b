import type { RefObject } from "preact";
import { useId } from "preact/hooks";
import "./choice-pair.css";
import { Icon } from "./icon.tsx";

interface ChoicePairProps {
  /** What is chosen for, for those who don't see what stands beside it. */
  label: string;
  yes: string;
  no: string;
  /** Whether `no` takes something away for good: red, with its icon. */
  noIsLoss?: boolean;
  value: boolean | undefined;
  error?: string;
  onChoose: (value: boolean) => void;
  /** Of its first choice, for the focus. */
  inputRef?: RefObject<HTMLInputElement | null>;
}

/** Two choices of which neither is made at first: radio buttons, drawn as one control. */
export function ChoicePair({ label, yes, no, noIsLoss, value, error, onChoose, inputRef }: ChoicePairProps) {
  const id = useId();
  const radio = (choice: boolean) => ({
    type: "radio" as const,
    name: id,
    checked: value === choice,
    onChange: () => onChoose(choice),
  });
  return (
    <div class="choice-of">
      <div
        class={`choice-pair${error ? " bad" : ""}`}
        role="radiogroup"
        aria-label={label}
        aria-describedby={error ? `${id}-error` : undefined}
        aria-invalid={error ? true : undefined}
      >
        <label>
          <input {...radio(true)} ref={inputRef} />
          {value === true && <Icon name="check" size="s" />}
          {yes}
        </label>
        <label class={noIsLoss ? "loss" : undefined}>
          <input {...radio(false)} />
          {value === false && <Icon name={noIsLoss ? "trash" : "check"} size="s" />}
          {no}
        </label>
      </div>
      {error && (
        <p id={`${id}-error`} class="error" role="alert">
          {error}
        </p>
      )}
    </div>
  );
}
