import type { ComponentChildren, TargetedMouseEvent } from "preact";
import { useEffect, useRef } from "preact/hooks";

interface ButtonProps {
  /**
   * `primary` is the one main action of a view; `link` reads as text; `text` is what can be done with a row, `faint` what
   * is seldom wanted; `danger` opens the question whether to take something away; `final` takes it away, inside the question.
   */
  kind?: "plain" | "primary" | "link" | "text" | "faint" | "danger" | "final";
  type?: "button" | "submit";
  /** Under way: it keeps the focus and its words, and takes no click. */
  busy?: boolean;
  disabled?: boolean;
  wide?: boolean;
  /** Something is missing before it does anything: looks unavailable, keeps the focus, and its click says what. */
  waits?: boolean;
  /** The id of what says more about it, such as why it waits. */
  describedBy?: string;
  onClick?: (event: TargetedMouseEvent<HTMLButtonElement>) => void;
  expanded?: boolean;
  /** The focus goes here when the button appears. */
  focusFirst?: boolean;
  /** Its name where the words on it are not enough. */
  label?: string;
  children: ComponentChildren;
}

/** A button in one of seven weights. A busy one stays focusable, so that the keyboard keeps its place. */
export function Button({
  kind = "plain",
  type = "button",
  busy,
  disabled,
  wide,
  waits,
  onClick,
  ...rest
}: ButtonProps) {
  const element = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (rest.focusFirst) element.current?.focus();
  }, [rest.focusFirst]);
  return (
    <button
      ref={element}
      type={type}
      class={`button ${kind}${wide ? " wide" : ""}${waits ? " waits" : ""}`}
      disabled={disabled}
      // A dialog gives the focus to what says so, and otherwise to its first button.
      autofocus={rest.focusFirst}
      aria-disabled={busy || waits || undefined}
      aria-busy={busy || undefined}
      aria-expanded={rest.expanded}
      aria-label={rest.label}
      aria-describedby={rest.describedBy}
      onClick={(event) => (busy ? event.preventDefault() : onClick?.(event))}
    >
      {rest.children}
    </button>
  );
}
