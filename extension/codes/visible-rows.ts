import type { RefObject } from "preact";
import { useEffect, useLayoutEffect, useState } from "preact/hooks";

/** Rows kept above and below what is seen, so that arrows and quick scrolling find them there. */
const spareRows = 12;
/** What a row measures before the first one was; in pixels, as codes.css draws it. */
const likelyHeight = 57;
/** What the list measures before it was; in pixels, as a popup has room for it. */
const likelyRoom = 440;

/** Which rows of a list are in the page, and the room that the others take. */
export interface VisibleRows {
  from: number;
  /** The first one after them. */
  to: number;
  /** Pixels above and below. */
  above: number;
  below: number;
}

/** The rows of `count` that are seen in a scrolling list of rows of one height, and a few around them. */
export function useVisibleRows(list: RefObject<HTMLElement | null>, count: number): VisibleRows {
  const [seen, setSeen] = useState({ top: 0, height: likelyRoom, row: likelyHeight });
  // The first codes are on the screen before the spare ones are made.
  const [spare, setSpare] = useState(0);
  useEffect(() => setSpare(spareRows), []);
  useLayoutEffect(() => {
    const row = list.current?.querySelector(".row")?.getBoundingClientRect().height;
    if (row && Math.abs(row - seen.row) > 0.5) setSeen({ ...seen, row });
  }, [list, seen]);
  useEffect(() => {
    const element = list.current;
    if (!element) return;
    const look = () => setSeen((old) => lookedAt(old, element));
    look();
    element.addEventListener("scroll", look, { passive: true });
    const resized = new ResizeObserver(look);
    resized.observe(element);
    return () => {
      element.removeEventListener("scroll", look);
      resized.disconnect();
    };
  }, [list]);
  return visibleRows(seen, count, spare);
}

/** Pure: which rows lie between `top` and `top + height`, with the spare ones. */
export function visibleRows(
  { top, height, row }: { top: number; height: number; row: number },
  count: number,
  spare = spareRows,
): VisibleRows {
  const from = Math.max(0, Math.min(Math.floor(top / row), count) - spare);
  const to = Math.min(count, Math.ceil((top + height) / row) + spare);
  return { from: Math.min(from, to), to, above: Math.min(from, to) * row, below: (count - to) * row };
}

/** The same object while the same rows are seen, so that not every pixel of scrolling renders. */
function lookedAt<Seen extends { top: number; height: number; row: number }>(old: Seen, element: HTMLElement): Seen {
  const { scrollTop, clientHeight } = element;
  const isSame = Math.floor(scrollTop / old.row) === Math.floor(old.top / old.row) && clientHeight === old.height;
  return isSame ? old : { ...old, top: scrollTop, height: clientHeight };
}
