import type { OtpKey } from "../../shared/otp/otp-key.ts";
import { type Change, changeVault } from "./change.ts";
import type { VaultEntry } from "./entry.ts";
import type { VaultPlace } from "./place.ts";

/** An account to be kept. */
export interface NewEntry {
  id: string;
  key: OtpKey;
  latchkey?: VaultEntry["latchkey"];
}

/** Adds an account. One with the same id, or of the same two-factor method, takes the place of the old. */
export async function addToVault(place: VaultPlace, now: Date, { id, key, latchkey }: NewEntry): Promise<Change> {
  const entry: VaultEntry = { id, key, addedAt: now.toISOString(), ...(latchkey ? { latchkey } : {}) };
  const isSame = (other: VaultEntry) =>
    other.id === id ||
    (latchkey !== undefined &&
      other.latchkey?.methodId === latchkey.methodId &&
      other.latchkey.service === latchkey.service);
  return await changeVault(place, now, (entries) => [...entries.filter((other) => !isSame(other)), entry]);
}
