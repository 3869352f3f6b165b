import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import type { ChangeFailure } from "./change.ts";
import { openToSeal } from "./open.ts";
import type { AsideSlot, VaultPlace } from "./place.ts";
import { hasPassphrase, type VaultOfPassphrase } from "./sealed-vault.ts";

/** A vault whose passphrase was forgotten, as it was when the person started over. */
export interface PutAside {
  slot: AsideSlot;
  /** RFC 3339. */
  putAsideAt: string;
  /** What there was of it, the current copy first; at least one. */
  copies: VaultOfPassphrase[];
}

/** What was put aside and can be brought back, the last first. */
export async function listAside(place: VaultPlace): Promise<PutAside[]> {
  const held = await Promise.all((await place.asideSlots()).map((slot) => readAside(place, slot)));
  return held.flatMap((each) => each ?? []).sort((one, other) => (one.putAsideAt < other.putAsideAt ? 1 : -1));
}

/** What one slot holds; undefined where it was brought back or deleted. */
export async function readAside(place: VaultPlace, slot: AsideSlot): Promise<PutAside | undefined> {
  const held = (await place.read(slot)) as Partial<PutAside> | undefined;
  if (!Array.isArray(held?.copies) || typeof held.putAsideAt !== "string") return undefined;
  const copies = held.copies.filter(hasPassphrase);
  return copies.length === 0 ? undefined : { slot, putAsideAt: held.putAsideAt, copies };
}

/**
 * Starts over with an empty vault, and puts the locked one aside as it is. One that opens, as where another window has
 * just unlocked it or has started over, is left alone. A kill at any moment leaves the old vault in at least one place.
 */
export async function startOver(place: VaultPlace, now: Date): Promise<Outcome<null, ChangeFailure>> {
  try {
    return await place.exclusively(async () => {
      const opened = await openToSeal(place);
      if (opened.ok) return ok(null);
      if (opened.code !== "locked") return fail(opened.code);
      if (!(await putAside(place, now))) return fail("not_saved");
      // In this order: were the browser killed between the two, the vault would still be locked, and not of before.
      await place.write("previous", undefined);
      await place.write("current", undefined);
      return ok(null);
    });
  } catch {
    return fail("not_saved");
  }
}

/** Puts a copy of the locked vault aside, and returns whether it is there. To be called alone under the lock. */
export async function putAside(place: VaultPlace, now: Date): Promise<boolean> {
  const copies = [await place.read("current"), await place.read("previous")].filter(hasPassphrase);
  const newest = copies[0]?.nonce;
  // A kill may have ended this after it was put aside.
  if ((await listAside(place)).some((each) => each.copies[0]?.nonce === newest)) return true;
  const slot: AsideSlot = `aside:${crypto.randomUUID()}`;
  await place.write(slot, { putAsideAt: now.toISOString(), copies });
  const stored = await readAside(place, slot);
  return JSON.stringify(stored?.copies) === JSON.stringify(copies);
}

/** Deletes for good what was put aside. */
export async function deleteAside(place: VaultPlace, slot: AsideSlot): Promise<Outcome<null, "not_saved">> {
  try {
    return await place.exclusively(async () => {
      await place.write(slot, undefined);
      return (await place.read(slot)) === undefined ? ok(null) : fail("not_saved");
    });
  } catch {
    return fail("not_saved");
  }
}
