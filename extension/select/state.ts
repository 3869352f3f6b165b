import { computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { openLasting } from "../codes/open-in-tab.ts";
import type { CodesState } from "../codes/state.ts";
import { entryWords } from "../entry/words.ts";
import type { Change } from "../vault/change.ts";
import { editManyInVault } from "../vault/edit.ts";
import type { VaultEntry } from "../vault/entry.ts";
import { moveManyInVault } from "../vault/move.ts";
import { browserPlace } from "../vault/place.ts";
import { undoRemoval } from "../vault/put-back.ts";
import { removeManyFromVault } from "../vault/remove.ts";
import { typedTags, withTags } from "../vault/tag.ts";

/** Codes that are selected, and what can be done with all of them at once. */
export interface Selection {
  /** What can be selected: what the search finds, in the order of the list. */
  shown: ReadonlySignal<VaultEntry[]>;
  query: Signal<string>;
  /** Those that are selected and still there; also those that the search hides. */
  chosen: ReadonlySignal<VaultEntry[]>;
  choose: (entry: VaultEntry, isChosen: boolean) => void;
  /** Selects all that is shown, or none of it. */
  chooseAll: (isChosen: boolean) => void;
  /** What the person is asked before it is done. */
  asked: Signal<"tag" | "delete" | null>;
  moveTo: (to: "top" | "bottom") => Promise<void>;
  /** Adds the typed tags and takes the others away; each code keeps what else it has. */
  tag: (typed: string, removed: ReadonlySet<string>) => Promise<void>;
  remove: () => Promise<void>;
  /** Goes to the export of these alone. */
  exportThese: () => Promise<void>;
}

/** A selection among the codes, with nothing selected. */
export function createSelection(codes: CodesState): Selection {
  const ids = signal<ReadonlySet<string>>(new Set());
  const asked = signal<"tag" | "delete" | null>(null);
  const shown = codes.found;
  const chosen = computed(() => {
    const vault = codes.vault.value;
    return vault.at === "open" ? vault.entries.filter(({ id }) => ids.value.has(id)) : [];
  });
  const chosenIds = () => new Set(chosen.value.map(({ id }) => id));
  const finish = (change: Change, text: string, undo?: () => void) => {
    asked.value = null;
    if (!codes.take(change)) return;
    codes.open.value = { at: "list" };
    codes.said.value = { what: "told", text, undo };
  };
  return {
    shown,
    query: codes.query,
    chosen,
    choose({ id }, isChosen) {
      const next = new Set(ids.value);
      if (isChosen) next.add(id);
      else next.delete(id);
      ids.value = next;
    },
    chooseAll(isChosen) {
      const next = new Set(ids.value);
      for (const { id } of shown.value) {
        if (isChosen) next.add(id);
        else next.delete(id);
      }
      ids.value = next;
    },
    asked,
    async moveTo(to) {
      const moving = chosenIds();
      finish(await moveManyInVault(browserPlace, new Date(), moving, to), entryWords.select.moved(moving.size));
    },
    async tag(typed, removed) {
      const tagging = chosenIds();
      const change = await editManyInVault(browserPlace, new Date(), tagging, ({ tags = [] }) => ({
        tags: withTags(tags, typedTags(typed), removed),
      }));
      finish(change, entryWords.select.tagged(tagging.size));
    },
    async remove() {
      const removing = chosenIds();
      const vault = codes.vault.value;
      const order = vault.at === "open" ? vault.entries.map(({ id }) => id) : [];
      const change = await removeManyFromVault(browserPlace, new Date(), removing);
      finish(change, entryWords.select.deleted(removing.size), () => {
        void undoRemoval(browserPlace, new Date(), order).then(codes.take);
      });
    },
    exportThese: async () => await openLasting(codes, "export", [...chosenIds()]),
  };
}
