import type { OtpKey } from "../../shared/otp/otp-key.ts";
import { type Change, changeVault } from "./change.ts";
import { findDuplicate } from "./duplicate.ts";
import type { VaultEntry } from "./entry.ts";
import type { VaultPlace } from "./place.ts";

/** An account to be kept. */
export interface NewEntry {
  id: string;
  key: OtpKey;
  latchkey?: VaultEntry["latchkey"];
}

/**
 * Adds an account. One with the same id, or of the same two-factor method, takes the place of the old. One that makes the
 * same codes as an account that is there, whichever window added that, is not added again; that one is kept as it is, and
 * is the two-factor method's where one is given.
 */
export async function addToVault(place: VaultPlace, now: Date, { id, key, latchkey }: NewEntry): Promise<Change> {
  const entry: VaultEntry = { id, key, addedAt: now.toISOString(), ...(latchkey ? { latchkey } : {}) };
  const isSame = (other: VaultEntry) =>
    other.id === id ||
    (latchkey !== undefined &&
      other.latchkey?.methodId === latchkey.methodId &&
      other.latchkey.service === latchkey.service);
  return await changeVault(place, now, (entries) => {
    const others = entries.filter((other) => !isSame(other));
    const found = findDuplicate(others, key);
    if (found?.kind !== "same_key") return [...others, entry];
    if (!latchkey) return others.length === entries.length ? entries : others;
    return others.map((other) => (other === found.entry ? { ...other, latchkey } : other));
  });
}
