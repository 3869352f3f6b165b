import { type Signal, useSignal } from "@preact/signals";
import type { ComponentChildren, RefObject } from "preact";
import { useId } from "preact/hooks";
import { readCodeField } from "../typed-code.ts";
import { codeLength, isComplete } from "./code-digits.ts";
import { Field, useInput } from "./field.tsx";
import "./code-field.css";

/** What the field is called, and why something that was entered is not taken. */
interface CodeFieldWords {
  label: string;
  notACode: string;
  twoCodes: string;
}

interface CodeFieldProps {
  words: CodeFieldWords;
  value: Signal<string>;
  error?: ComponentChildren;
  /** A code is being judged: what is typed stays, and nothing can be typed. */
  busy?: boolean;
  /** The focus goes here when the field appears. */
  focusFirst?: boolean;
  inputRef?: RefObject<HTMLInputElement | null>;
  /** What to say of a text that is something else than a code, in place of its digits being taken; null of any other text. */
  nameOther?: (text: string) => ComponentChildren;
  /** Called once each time the sixth digit is there; nothing where what follows waits for its button (C8). */
  onComplete?: (code: string) => void;
}

const places = Array.from({ length: codeLength }, (_, index) => index);

/**
 * One input for a code, drawn as six places. It reads what is entered as the service does (promise C7); a code that is
 * pasted replaces what was there, and what is no code changes nothing and says why.
 */
export function CodeField({ words, value, error, busy, focusFirst, inputRef, nameOther, onComplete }: CodeFieldProps) {
  const marked = useSignal({ from: 0, to: 0 });
  const focused = useSignal(false);
  const input = useInput(inputRef, focusFirst);
  const code = value.value;

  const fault = useSignal<"not_a_code" | "two_codes" | null>(null);
  const named = useSignal<ComponentChildren>(null);
  const take = (text: string) => {
    fault.value = null;
    named.value = nameOther?.(text);
    if (named.value) return;
    const read = readCodeField(text);
    fault.value = "fault" in read ? read.fault : null;
    if ("fault" in read) return;
    const isNew = read.digits !== value.value;
    value.value = read.digits;
    if (isNew && isComplete(read.digits)) onComplete?.(read.digits);
  };
  const refusal =
    named.value || (fault.value && <p>{fault.value === "two_codes" ? words.twoCodes : words.notACode}</p>);
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
    <Field id={useId()} label={words.label} error={refusal || error}>
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
              const pasted = event.clipboardData?.getData("text") ?? "";
              const read = readCodeField(pasted);
              // A few digits go where the cursor is.
              if (busy || ("digits" in read && !isComplete(read.digits))) return;
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
