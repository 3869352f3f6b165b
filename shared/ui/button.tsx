import type { ComponentChildren, TargetedMouseEvent } from "preact";
import { useEffect, useRef } from "preact/hooks";

interface ButtonProps {
  /**
   * `primary` is the one main action of a view; `link` reads as text; `danger` opens the question whether to take
   * something away; `final` takes it away, inside the question.
   */
  kind?: "plain" | "primary" | "link" | "danger" | "final";
  type?: "button" | "submit";
  /** Under way: it keeps the focus and its words, and takes no click. */
  busy?: boolean;
  disabled?: boolean;
  wide?: boolean;
  onClick?: (event: TargetedMouseEvent<HTMLButtonElement>) => void;
  expanded?: boolean;
  /** The focus goes here when the button appears. */
  focusFirst?: boolean;
  /** Its name where the words on it are not enough. */
  label?: string;
  children: ComponentChildren;
}

/** A button in one of five weights. A busy one stays focusable, so that the keyboard keeps its place. */
export function Button({ kind = "plain", type = "button", busy, disabled, wide, onClick, ...rest }: ButtonProps) {
  const element = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (rest.focusFirst) element.current?.focus();
  }, [rest.focusFirst]);
  return (
    <button
      ref={element}
      type={type}
      class={`button ${kind}${wide ? " wide" : ""}`}
      disabled={disabled}
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
      aria-expanded={rest.expanded}
      aria-label={rest.label}
      onClick={(event) => (busy ? event.preventDefault() : onClick?.(event))}
    >
      {rest.children}
    </button>
  );
}
