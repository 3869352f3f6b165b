import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import type { VaultEntry } from "./entry.ts";
import { type DamagedDetails, type OpenFailure, type OpenVault, openVault } from "./open.ts";
import type { VaultPlace } from "./place.ts";
import { sealVault, unsealVault } from "./seal.ts";
import { isSealedVault, type SealedVault } from "./sealed-vault.ts";

/** `not_saved`: the browser's storage failed, and the vault is as it was. */
export type ChangeFailure = OpenFailure | "not_saved";

export type Change = Outcome<VaultEntry[], ChangeFailure, DamagedDetails>;

/**
 * Changes the vault, all or nothing, and answers its entries (promise E3): alone under a lock, from what is stored now;
 * the last good copy is kept; what was written is read back and opened before it is called saved.
 * A `change` that answers the entries it was given writes nothing.
 */
export async function changeVault(
  place: VaultPlace,
  now: Date,
  change: (entries: VaultEntry[]) => VaultEntry[],
): Promise<Change> {
  try {
    return await place.exclusively(async () => {
      const opened = await openVault(place);
      if (!opened.ok) return opened;
      const entries = change(opened.value.entries);
      if (entries === opened.value.entries) return ok(entries);
      return (await replaceVault(place, opened.value, entries, now)) ? ok(entries) : fail("not_saved");
    });
  } catch {
    return fail("not_saved");
  }
}

async function replaceVault(place: VaultPlace, old: OpenVault, entries: VaultEntry[], now: Date): Promise<boolean> {
  const key = old.sealed ? await place.findKey() : await place.makeKey();
  if (!key) return false;
  const next = await sealVault({ entries }, key, now);
  if (old.sealed) await place.write("previous", old.sealed);
  try {
    await place.write("current", next);
    if (await isKept(place, next, key)) return true;
  } catch {
    // A write that failed may have happened all the same, or in part: what was there goes back.
  }
  await place.write("current", old.sealed);
  return false;
}

async function isKept(place: VaultPlace, written: SealedVault, key: CryptoKey): Promise<boolean> {
  const stored = await place.read("current");
  if (!isSealedVault(stored) || stored.nonce !== written.nonce) return false;
  return (await unsealVault(stored, key)) !== undefined;
}
