import { batch, useSignal } from "@preact/signals";
import type { VaultEntry } from "../vault/entry.ts";
import type { NewPlace } from "../vault/move.ts";
import type { CodesState } from "./state.ts";

/** What a row needs so that it can be dragged, and that others can be dropped at it. */
export interface RowDrag {
  /** A class for what is happening to it. */
  look: string;
  onPointerDown: (event: PointerEvent) => void;
}

/** Pixels that a press may move and still be a click. */
const clickPixels = 6;
/** How near to its end a list scrolls on, and by how much, in pixels. */
const edgePixels = 28;

/**
 * Lets rows be dragged by mouse or pen to another place among those shown; pinned ones stay among the pinned. By pointer
 * events and not by the browser's own dragging, which in Firefox does not begin on a button, and a row is one.
 */
export function useDragOrder(codes: CodesState): (entry: VaultEntry) => RowDrag | undefined {
  const dragged = useSignal<VaultEntry | null>(null);
  const over = useSignal<{ id: string; isAfter: boolean } | null>(null);

  const start = (entry: VaultEntry, down: PointerEvent) => {
    // A finger scrolls; the keyboard and the menu of a row are there too.
    if (down.button !== 0 || down.pointerType === "touch") return;
    const end = new AbortController();
    const options = { signal: end.signal, capture: true };
    const finish = (isDropped: boolean) => {
      const target = isDropped && dragged.value ? over.value : null;
      if (dragged.value) swallowClick();
      end.abort();
      batch(() => {
        dragged.value = null;
        over.value = null;
      });
      if (target && target.id !== entry.id) {
        void codes.move(entry, target.isAfter ? { after: target.id } : { before: target.id });
      }
    };
    document.addEventListener(
      "pointermove",
      (event) => {
        if (!dragged.value && Math.abs(event.clientY - down.clientY) < clickPixels) return;
        dragged.value = entry;
        over.value = placeAt(event, entry, codes.found.value);
      },
      options,
    );
    document.addEventListener("pointerup", () => finish(true), options);
    document.addEventListener("pointercancel", () => finish(false), options);
  };
  return (entry) => {
    if (!codes.canMove.value) return undefined;
    const isTarget = over.value?.id === entry.id && dragged.value?.id !== entry.id;
    const drop = over.value?.isAfter ? " drop-after" : " drop-before";
    const look = dragged.value?.id === entry.id ? " dragged" : isTarget ? drop : "";
    return { look, onPointerDown: (event) => start(entry, event) };
  };
}

/** Where a step up or down puts an entry among those shown; undefined at either end, and where pinned ones begin. */
export function stepFrom(shown: readonly VaultEntry[], id: string, by: 1 | -1): NewPlace | undefined {
  const at = shown.findIndex((entry) => entry.id === id);
  const next = shown[at + by];
  if (at < 0 || !next || Boolean(next.pinned) !== Boolean(shown[at]?.pinned)) return undefined;
  return by === 1 ? { after: next.id } : { before: next.id };
}

function placeAt(
  { clientX, clientY }: PointerEvent,
  dragged: VaultEntry,
  shown: readonly VaultEntry[],
): { id: string; isAfter: boolean } | null {
  const row = document.elementFromPoint(clientX, clientY)?.closest<HTMLElement>(".row");
  const entry = shown.find(({ id }) => id === row?.dataset.id);
  if (!row || !entry) return null;
  scrollAtEdge(row.closest<HTMLElement>(".rows"), clientY);
  if (Boolean(entry.pinned) !== Boolean(dragged.pinned)) return null;
  const { top, height } = row.getBoundingClientRect();
  return { id: entry.id, isAfter: clientY > top + height / 2 };
}

function scrollAtEdge(list: HTMLElement | null, y: number): void {
  const { top, bottom } = list?.getBoundingClientRect() ?? { top: 0, bottom: 0 };
  if (y < top + edgePixels) list?.scrollBy(0, -edgePixels);
  if (y > bottom - edgePixels) list?.scrollBy(0, edgePixels);
}

/** What ends a drag is no click on what happens to lie below. */
function swallowClick(): void {
  const end = new AbortController();
  document.addEventListener("click", (event) => event.stopPropagation(), { signal: end.signal, capture: true });
  setTimeout(() => end.abort());
}
