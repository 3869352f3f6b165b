import type { RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { stepFrom } from "./drag-order.ts";
import type { CodesState } from "./state.ts";
import type { VisibleRows } from "./visible-rows.ts";

interface Places {
  search: RefObject<HTMLInputElement | null>;
  /** What scrolls the rows. */
  rows: RefObject<HTMLElement | null>;
  seen: VisibleRows;
}

/**
 * The keys of the list: arrows, Page Up and Page Down, Home and End move the focus, also to rows that are not in the page yet;
 * Alt with an arrow moves the code; Escape clears the search, and a letter goes on in it. In the search Home and End are the text's.
 */
export function useListKeys(codes: CodesState, { search, rows, seen }: Places): (event: KeyboardEvent) => void {
  /** The row that gets the focus once it is in the page. */
  const wanted = useRef<number | null>(null);
  const focusRow = (index: number) => {
    const row = rows.current?.querySelector<HTMLElement>(`.row[aria-posinset="${index + 1}"]`);
    row?.querySelector<HTMLElement>("button")?.focus();
    return row !== null && row !== undefined;
  };
  useEffect(() => {
    if (wanted.current !== null && focusRow(wanted.current)) wanted.current = null;
  }, [seen.from, seen.to]);

  const count = codes.found.value.length;
  const goTo = (index: number) => {
    if (index < 0) {
      search.current?.focus();
      rows.current?.scrollTo({ top: 0 });
    } else if (!focusRow(index)) {
      wanted.current = index;
      // All rows are of one height.
      const list = rows.current?.querySelector("ul");
      rows.current?.scrollTo({ top: ((list?.scrollHeight ?? 0) * index) / count });
    }
  };
  const shift = (index: number, by: 1 | -1) => {
    const found = codes.found.value;
    const entry = found[index];
    const target = entry && codes.canMove.value ? stepFrom(found, entry.id, by) : undefined;
    if (entry && target) void codes.move(entry, target);
  };

  return (event) => {
    // An open menu has keys of its own.
    if (document.querySelector(":popover-open")) return;
    const row = document.activeElement?.closest(".row");
    const at = row ? Number(row.getAttribute("aria-posinset")) - 1 : -1;
    const page = Math.max(1, Math.floor((rows.current?.clientHeight ?? 0) / (row?.clientHeight || 60)) - 1);
    const steps: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + page,
      PageUp: at - page,
      ...(at < 0 && codes.query.value !== "" ? {} : { Home: 0, End: count - 1 }),
    };
    const next = steps[event.key];
    if (event.altKey && event.key === "ArrowDown") shift(at, 1);
    else if (event.altKey && event.key === "ArrowUp") shift(at, -1);
    else if (next !== undefined && !event.shiftKey && !event.ctrlKey && !event.metaKey) {
      // Up from the first row, and no other way, leads to the search.
      const least = event.key === "ArrowUp" ? -1 : 0;
      goTo(Math.min(count - 1, Math.max(least, next)));
    } else if (event.key === "Escape" && codes.query.value !== "") {
      codes.query.value = "";
      search.current?.focus();
    } else {
      // A letter typed on a row goes on in the search; the browser puts it there, for it comes after the focus.
      const isText = event.key.length === 1 && event.key !== " " && !event.ctrlKey && !event.metaKey && !event.altKey;
      if (isText) search.current?.focus();
      return;
    }
    event.preventDefault();
  };
}
