import type { RefObject } from "preact";
import { useEffect, useState } from "preact/hooks";
import { likelyHeight, likelyRoom } from "./likely-rows.ts";

/**
 * Rows kept above and below what is seen, so that arrows and quick scrolling find them there; at first none, for they
 * would keep the first code waiting.
 */
const spareRows = { first: 0, later: 12 };
/** Which rows of a list are in the page, and the room that the others take. */
export interface VisibleRows {
  from: number;
  /** The first one after them. */
  to: number;
  /** Pixels above and below. */
  above: number;
  below: number;
}

interface Seen {
  /** How far it is scrolled, how high it is, and how high a row is; in pixels. */
  top: number;
  height: number;
  row: number;
  /** Rows to keep on either side. */
  spare: number;
}

/**
 * The rows of `count` that are seen in a list of rows of one height, and a few around them. It scrolls itself, or the screen
 * that it is a part of does. `row` finds one of them.
 */
export function useVisibleRows(list: RefObject<HTMLElement | null>, count: number, row = ".row"): VisibleRows {
  const [seen, setSeen] = useState<Seen>({ top: 0, height: likelyRoom, row: likelyHeight, spare: spareRows.first });
  useEffect(() => {
    const element = list.current;
    if (!element) return;
    const scroller = element.closest<HTMLElement>(".sub-screen") ?? element;
    const look = () => setSeen((old) => lookedAt(old, element, scroller, row));
    const resized = new ResizeObserver(look);
    scroller.addEventListener("scroll", look, { passive: true });
    // Once the first codes are painted: what is measured changes only the rows around them.
    const whenPainted = requestIdleCallback(() => resized.observe(scroller), { timeout: 200 });
    return () => {
      cancelIdleCallback(whenPainted);
      scroller.removeEventListener("scroll", look);
      resized.disconnect();
    };
  }, [list, row]);
  return visibleRows(seen, count);
}

/** Pure: which rows lie between `top` and `top + height`, with the spare ones. */
export function visibleRows({ top, height, row, spare }: Seen, count: number): VisibleRows {
  // A list that a search has just made short is not scrolled as far as it was.
  const first = Math.max(0, Math.min(top, count * row - height));
  const from = Math.max(0, Math.floor(first / row) - spare);
  const to = Math.min(count, Math.ceil((first + height) / row) + spare);
  return { from, to, above: from * row, below: (count - to) * row };
}

/** The same object while the same rows are seen, so that not every pixel of scrolling renders. */
function lookedAt(old: Seen, list: HTMLElement, scroller: HTMLElement, rowIn: string): Seen {
  const { scrollTop, clientHeight } = scroller;
  const isPart = scroller !== list;
  const top = isPart ? Math.max(0, scroller.getBoundingClientRect().top - list.getBoundingClientRect().top) : scrollTop;
  const row = list.querySelector(rowIn)?.getBoundingClientRect().height || old.row;
  const isSame = Math.floor(top / row) === Math.floor(old.top / row) && clientHeight === old.height;
  if (isSame && Math.abs(row - old.row) <= 0.5 && old.spare === spareRows.later) return old;
  return { top, height: clientHeight, row, spare: spareRows.later };
}
