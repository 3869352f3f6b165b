import { computed, effect, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { CodesState } from "../codes/state.ts";
import { editInVault } from "../vault/edit.ts";
import { nameOf, type VaultEntry } from "../vault/entry.ts";
import { browserPlace } from "../vault/place.ts";
import { removeFromVault } from "../vault/remove.ts";
import { type BadEntryField, readEdit, type TypedEntry, typedOf } from "./read-edit.ts";

type Fields = { [Name in keyof TypedEntry]: Signal<TypedEntry[Name]> };

/** One code whose names, settings and notes can be changed, all by one Save. */
export interface EntryForm extends Fields {
  /** Whether leaving would lose something. */
  isChanged: ReadonlySignal<boolean>;
  /** Whether how its codes are made was changed: then they may not be accepted anywhere. */
  changesCodes: ReadonlySignal<boolean>;
  /** The field that could not be saved, until it is mended; a new object at each try. */
  refused: ReadonlySignal<{ field: BadEntryField } | null>;
  saving: ReadonlySignal<boolean>;
  /** What the person is asked about: to leave without saving, or to delete. */
  asked: Signal<"leave" | "delete" | null>;
  save: () => Promise<void>;
  /** Goes back to the list; asks first where something would be lost. */
  leave: () => void;
  /** Goes back without saving. */
  discard: () => void;
  remove: () => Promise<void>;
  /** Keeps what is typed for as long as this window is open, until the returned function is called. */
  keep: () => () => void;
}

/** What was typed about a code and neither saved nor discarded, by its id: another screen or tab in between loses none of it. */
const unsaved = new Map<string, TypedEntry>();

/** The form of `entry`, filled with what is saved, or with what was typed before another screen took its place. */
export function createEntryForm(codes: CodesState, entry: VaultEntry): EntryForm {
  const before = typedOf(entry);
  const begun = unsaved.get(entry.id) ?? before;
  const fields: Fields = {
    issuer: signal(begun.issuer),
    account: signal(begun.account),
    tags: signal(begun.tags),
    note: signal(begun.note),
    icon: signal(begun.icon),
    pinned: signal(begun.pinned),
    algorithm: signal(begun.algorithm),
    digits: signal(begun.digits),
    period: signal(begun.period),
    counter: signal(begun.counter),
    pin: signal(begun.pin),
  };
  const typed = computed<TypedEntry>(() => ({
    issuer: fields.issuer.value,
    account: fields.account.value,
    tags: fields.tags.value,
    note: fields.note.value,
    icon: fields.icon.value,
    pinned: fields.pinned.value,
    algorithm: fields.algorithm.value,
    digits: fields.digits.value,
    period: fields.period.value,
    counter: fields.counter.value,
    pin: fields.pin.value,
  }));
  const edit = computed(() => readEdit(before, typed.value));
  const isChanged = computed(() => !edit.value.ok || Object.keys(edit.value.value).length > 0);
  const lastRefusal = signal<{ field: BadEntryField } | null>(null);
  const saving = signal(false);
  let isOver = false;
  const asked = signal<"leave" | "delete" | null>(null);
  const discard = () => {
    isOver = true;
    unsaved.delete(entry.id);
    codes.open.value = { at: "list" };
  };
  return {
    ...fields,
    isChanged,
    changesCodes: computed(() =>
      (["algorithm", "digits", "period", "counter"] as const).some((name) => typed.value[name] !== before[name]),
    ),
    refused: computed(() => (edit.value.ok ? null : lastRefusal.value)),
    saving,
    asked,
    async save() {
      const read = edit.value;
      lastRefusal.value = read.ok ? null : { field: read.code };
      if (!read.ok || saving.value) return;
      saving.value = true;
      const isSaved = codes.take(await editInVault(browserPlace, new Date(), entry.id, read.value));
      saving.value = false;
      if (isSaved) discard();
    },
    leave() {
      if (isChanged.value) asked.value = "leave";
      else discard();
    },
    discard,
    keep: () =>
      effect(() => {
        if (isOver) return;
        if (isChanged.value) unsaved.set(entry.id, typed.value);
        else unsaved.delete(entry.id);
      }),
    async remove() {
      asked.value = null;
      const name = nameOf(entry);
      if (!codes.take(await removeFromVault(browserPlace, new Date(), entry.id))) return;
      discard();
      codes.said.value = { what: "removed", name };
    },
  };
}
