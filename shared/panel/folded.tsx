import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { Button } from "../ui/button.tsx";
import { useWords } from "./words.tsx";

/** How many things of a list are shown before somebody asks for the rest. */
const shownAtFirst = 10;

interface FoldedProps<Item> {
  items: readonly Item[];
  /** What the list is called to a reader who hears it. */
  label: string;
  /** How many there are in all, where these are the first of them alone. */
  total?: number;
  draw: (item: Item) => ComponentChildren;
}

/** A list that shows its first ten, and the rest when asked; that says how many there are. */
export function Folded<Item>({ items, label, total = items.length, draw }: FoldedProps<Item>) {
  const { list } = useWords();
  const isOpen = useSignal(false);
  const isLong = items.length > shownAtFirst;
  return (
    <>
      <ul class="list" aria-label={label}>
        {(isOpen.value ? items : items.slice(0, shownAtFirst)).map(draw)}
      </ul>
      {isLong && (
        <div class="fold">
          <Button
            kind="link"
            label={`${isOpen.value ? list.fewer : list.all(total)}: ${label}`}
            expanded={isOpen.value}
            onClick={() => {
              isOpen.value = !isOpen.value;
            }}
          >
            {isOpen.value ? list.fewer : list.all(total)}
          </Button>
        </div>
      )}
    </>
  );
}
