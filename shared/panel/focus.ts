import type { RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";

/** Moves the focus to a field, its text marked, each time there is a new `reason` to look at it. */
export function useFocusFor(reason: unknown, field: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    if (!reason) return;
    field.current?.focus();
    field.current?.select();
  }, [reason, field]);
}

/** A ref for the heading of what has just taken the place of something else: the focus goes there once. */
export function useFocusOnArrival<Element extends HTMLElement>(): RefObject<Element | null> {
  const heading = useRef<Element>(null);
  useEffect(() => heading.current?.focus(), []);
  return heading;
}

/** A ref for the place that gets the focus when `what` has changed and what had the focus went with it. */
export function useFocusWhenLost<Element extends HTMLElement>(what: unknown): RefObject<Element | null> {
  const place = useRef<Element>(null);
  const last = useRef(what);
  useEffect(() => {
    if (last.current !== what && document.activeElement === document.body) place.current?.focus();
    last.current = what;
  }, [what]);
  return place;
}
