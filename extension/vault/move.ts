import { type Change, changeVault } from "./change.ts";
import type { VaultPlace } from "./place.ts";

/** Where an account goes: next to another. */
export type NewPlace = { before: string } | { after: string };

/** Moves an account next to another in the person's own order. Nothing happens where either is no longer there. */
export async function moveInVault(place: VaultPlace, now: Date, id: string, target: NewPlace): Promise<Change> {
  return await changeVault(place, now, (entries) => {
    const entry = entries.find((each) => each.id === id);
    const others = entries.filter((each) => each.id !== id);
    const at = others.findIndex((each) => each.id === ("before" in target ? target.before : target.after));
    if (!entry || at < 0) return entries;
    const moved = others.toSpliced("before" in target ? at : at + 1, 0, entry);
    return moved.every((each, index) => each.id === entries[index]?.id) ? entries : moved;
  });
}

/** Moves several to the top or the bottom of the person's own order, and keeps their order among themselves. */
export async function moveManyInVault(
  place: VaultPlace,
  now: Date,
  ids: ReadonlySet<string>,
  to: "top" | "bottom",
): Promise<Change> {
  return await changeVault(place, now, (entries) => {
    const moving = entries.filter(({ id }) => ids.has(id));
    const others = entries.filter(({ id }) => !ids.has(id));
    const moved = to === "top" ? [...moving, ...others] : [...others, ...moving];
    return moved.every((each, index) => each.id === entries[index]?.id) ? entries : moved;
  });
}
