import { useSignal } from "@preact/signals";
import type { VaultEntry } from "../vault/entry.ts";
import type { NewPlace } from "../vault/move.ts";
import type { CodesState } from "./state.ts";

/** What a row needs so that it can be dragged, and that others can be dropped at it. */
export interface RowDrag {
  draggable: boolean;
  /** A class for what is happening to it. */
  look: string;
  onDragStart: (event: DragEvent) => void;
  onDragOver: (event: DragEvent) => void;
  onDrop: (event: DragEvent) => void;
  onDragEnd: () => void;
}

/** Lets rows be dragged to another place among those shown; pinned ones stay among the pinned. */
export function useDragOrder(codes: CodesState): (entry: VaultEntry) => RowDrag | undefined {
  const dragged = useSignal<VaultEntry | null>(null);
  const over = useSignal<{ id: string; isAfter: boolean } | null>(null);
  const end = () => {
    dragged.value = null;
    over.value = null;
  };
  return (entry) => {
    if (!codes.canMove.value) return undefined;
    const isTarget = over.value?.id === entry.id && dragged.value?.id !== entry.id;
    const look =
      dragged.value?.id === entry.id
        ? " dragged"
        : isTarget
          ? over.value?.isAfter
            ? " drop-after"
            : " drop-before"
          : "";
    return {
      draggable: true,
      look,
      onDragStart(event) {
        dragged.value = entry;
        // Some browsers drag nothing that carries no data; a name of the entry's would leave the page with it.
        event.dataTransfer?.setData("text/plain", "");
      },
      onDragOver(event) {
        if (!dragged.value || Boolean(dragged.value.pinned) !== Boolean(entry.pinned)) return;
        event.preventDefault();
        const { top, height } = (event.currentTarget as HTMLElement).getBoundingClientRect();
        over.value = { id: entry.id, isAfter: event.clientY > top + height / 2 };
      },
      onDrop(event) {
        event.preventDefault();
        const [moved, target] = [dragged.value, over.value];
        end();
        if (moved && target && moved.id !== entry.id) {
          void codes.move(moved, target.isAfter ? { after: entry.id } : { before: entry.id });
        }
      },
      onDragEnd: end,
    };
  };
}

/** Where a step up or down puts an entry among those shown; undefined at either end, and where pinned ones begin. */
export function stepFrom(shown: readonly VaultEntry[], id: string, by: 1 | -1): NewPlace | undefined {
  const at = shown.findIndex((entry) => entry.id === id);
  const next = shown[at + by];
  if (at < 0 || !next || Boolean(next.pinned) !== Boolean(shown[at]?.pinned)) return undefined;
  return by === 1 ? { after: next.id } : { before: next.id };
}
