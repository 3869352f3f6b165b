import { type Signal, useSignal } from "@preact/signals";
import type { ComponentChildren, RefObject } from "preact";
import { useId } from "preact/hooks";
import { codeDigits, codeLength, isComplete } from "./code-digits.ts";
import { Field, useInput } from "./field.tsx";
import "./code-field.css";

interface CodeFieldProps {
  label: string;
  value: Signal<string>;
  error?: ComponentChildren;
  /** A code is being judged: what is typed stays, and nothing can be typed. */
  busy?: boolean;
  /** The focus goes here when the field appears. */
  focusFirst?: boolean;
  inputRef?: RefObject<HTMLInputElement | null>;
  /** Called once each time the sixth digit is there. */
  onComplete: (code: string) => void;
}

const places = Array.from({ length: codeLength }, (_, index) => index);

/** One input for a code, drawn as six places. What is pasted may hold spaces, and replaces a code that is complete. */
export function CodeField({ label, value, error, busy, focusFirst, inputRef, onComplete }: CodeFieldProps) {
  const marked = useSignal({ from: 0, to: 0 });
  const focused = useSignal(false);
  const input = useInput(inputRef, focusFirst);
  const code = value.value;

  const take = (text: string) => {
    const next = codeDigits(text);
    const isNew = next !== value.value;
    value.value = next;
    if (isNew && isComplete(next)) onComplete(next);
  };
  const mark = ({ selectionStart, selectionEnd, value: typed }: HTMLInputElement) => {
    marked.value = { from: selectionStart ?? typed.length, to: selectionEnd ?? typed.length };
  };
  const look = (index: number) => {
    if (!focused.value) return "";
    const { from, to } = marked.value;
    if (from < to) return index >= from && index < to ? "marked" : "";
    return index === Math.min(from, codeLength - 1) ? "current" : "";
  };

  return (
    <Field id={useId()} label={label} error={error}>
      {({ id, describedBy, invalid }) => (
        <div class={`code-field${invalid ? " bad" : ""}`}>
          <input
            id={id}
            ref={input}
            type="text"
            inputMode="numeric"
            autocomplete="one-time-code"
            spellcheck={false}
            readOnly={busy}
            value={code}
            onInput={(event) => {
              take(event.currentTarget.value);
              // Preact leaves the element alone where the signal did not change, such as after a letter.
              event.currentTarget.value = value.value;
              mark(event.currentTarget);
            }}
            onPaste={(event) => {
              const pasted = codeDigits(event.clipboardData?.getData("text") ?? "");
              if (!isComplete(pasted) || busy) return;
              event.preventDefault();
              take(pasted);
            }}
            onSelect={(event) => mark(event.currentTarget)}
            onFocus={(event) => {
              focused.value = true;
              mark(event.currentTarget);
            }}
            onBlur={() => {
              focused.value = false;
            }}
            aria-describedby={describedBy}
            aria-invalid={invalid || undefined}
          />
          <span class="places" aria-hidden="true">
            {places.map((index) => (
              <i key={index} class={look(index)}>
                {code[index]}
              </i>
            ))}
          </span>
        </div>
      )}
    </Field>
  );
}
