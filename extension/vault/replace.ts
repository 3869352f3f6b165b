import type { VaultContent } from "./entry.ts";
import type { OpenVault } from "./open.ts";
import type { Slot, VaultPlace } from "./place.ts";
import { isEmptied } from "./rules.ts";
import { sealVault, unsealVault, type VaultSecret } from "./seal.ts";
import { isSealedVault, type SealedVault } from "./sealed-vault.ts";

/** What takes the place of a vault's content. */
export interface Replacement {
  content: VaultContent;
  secret: VaultSecret;
  /** The one account that the person takes out for good. */
  removing?: string;
}

/**
 * Puts another content in the place of the old; to be called alone under the lock. The old one stays as the previous copy,
 * and each of the two writes is read back and opened before the next step. Answers whether it was done; rejects where the
 * storage fails before the current copy was touched.
 */
export async function replaceVault(place: VaultPlace, old: OpenVault, next: Replacement, now: Date): Promise<boolean> {
  if (isEmptied(old.content, next.content, next.removing)) return false;
  const sealed = await sealVault(next.content, next.secret, now);
  if (old.sealed && old.secret && !(await writeSlot(place, "previous", old.sealed, old.secret))) return false;
  try {
    if (await writeSlot(place, "current", sealed, next.secret)) return true;
  } catch {
    // A write that failed may have happened all the same, or in part: what was there goes back.
  }
  await place.write("current", old.sealed);
  return false;
}

/** Writes a vault into a slot, and answers whether it is there and opens. */
export async function writeSlot(
  place: VaultPlace,
  slot: Slot,
  vault: SealedVault,
  { key }: VaultSecret,
): Promise<boolean> {
  await place.write(slot, vault);
  const stored = await place.read(slot);
  if (!isSealedVault(stored) || stored.nonce !== vault.nonce) return false;
  return (await unsealVault(stored, key)) !== undefined;
}
