import { expect } from "vitest";
import { bringBack } from "../../extension/lock/bring-back.ts";
import { setPassphrase } from "../../extension/lock/set-passphrase.ts";
import { unlockVault } from "../../extension/lock/unlock.ts";
import { addToVault } from "../../extension/vault/add.ts";
import { listAside, startOver } from "../../extension/vault/aside.ts";
import { openVault } from "../../extension/vault/open.ts";
import type { AsideSlot } from "../../extension/vault/place.ts";
import { removeFromVault } from "../../extension/vault/remove.ts";
import { restorePreviousVault } from "../../extension/vault/restore.ts";
import { ok } from "../../shared/outcome.ts";
import { keyNamed } from "./key-named.ts";
import { quickStretch } from "./passphrase.ts";
import { VaultInMemory } from "./vault-in-memory.ts";

/** When the vault is put aside. */
export const now = new Date("2026-11-29T12:00:00.000Z");
/** When something comes back. */
export const later = new Date("2026-12-05T12:00:00.000Z");
/** The forgotten passphrase, and the one after it. */
export const [old, next] = ["a forgotten harbour", "a harbour on a map"];

/** Adds an account of this name. */
export const add = (place: VaultInMemory, id: string) => addToVault(place, now, { id, key: keyNamed(id) });
/** The slot of what was put aside last. */
export const asideOf = async (place: VaultInMemory): Promise<AsideSlot> =>
  (await listAside(place))[0]?.slot ?? "aside:none";
/** Brings it, or what is in the given slot, back. */
export const bring = async (place: VaultInMemory, passphrase: string, slot?: AsideSlot) =>
  await bringBack(place, later, { slot: slot ?? (await asideOf(place)), passphrase }, quickStretch);

/** Locked by `old`, with two accounts and one in the bin, after a restart. */
export async function lockedByOld(): Promise<VaultInMemory> {
  const place = new VaultInMemory();
  for (const id of ["one", "two", "three"]) await add(place, id);
  await removeFromVault(place, now, "three");
  await setPassphrase(place, now, old, quickStretch);
  return place.restarted();
}

/** The same, started over, with one account since. */
export async function startedOver(): Promise<VaultInMemory> {
  const place = await lockedByOld();
  expect(await startOver(place, now)).toEqual(ok(null));
  await add(place, "new");
  return place;
}

/** The new one under a passphrase of its own, too, and locked. */
export async function lockedByNext(): Promise<VaultInMemory> {
  const place = await startedOver();
  await setPassphrase(place, now, next, quickStretch);
  return place.restarted();
}

/** What the person sees: the accounts, or why there are none. */
export async function seen(place: VaultInMemory): Promise<string[] | string> {
  const opened = await openVault(place);
  return opened.ok ? opened.value.entries.map(({ id }) => id).toSorted() : opened.code;
}

/** Every account that a person who knows both passphrases gets back, the bin's too. */
export async function everything(place: VaultInMemory): Promise<string[]> {
  for (const passphrase of [old, next]) {
    await unlockVault(place, passphrase, quickStretch);
    if ((await seen(place)) === "damaged") await restorePreviousVault(place);
  }
  for (const { slot } of await listAside(place)) {
    for (const passphrase of [old, next]) await bring(place, passphrase, slot);
  }
  const opened = await openVault(place);
  if (!opened.ok) return [opened.code];
  const { entries, bin = [] } = opened.value.content;
  return [...entries, ...bin.map(({ entry }) => entry)].map(({ id }) => id).toSorted();
}
