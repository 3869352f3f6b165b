import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import type { VaultContent, VaultEntry } from "./entry.ts";
import type { VaultPlace } from "./place.ts";
import { unsealVault } from "./seal.ts";
import { isOfNewerVersion, isSealedVault, type SealedVault } from "./sealed-vault.ts";

/**
 * Why a vault does not open. `unreadable`: the browser's storage failed just now. `damaged`: what it holds is no vault, or
 * its key is gone. `newer`: a later version wrote it.
 */
export type OpenFailure = "unreadable" | "damaged" | "newer";

/** What can be gone back to when the vault is damaged. */
export interface PreviousCopy {
  savedAt: string;
  entries: VaultEntry[];
}

export interface DamagedDetails {
  previous?: PreviousCopy;
}

/** A vault that was opened: `sealed` is undefined before the first write. */
export interface OpenVault {
  entries: VaultEntry[];
  sealed: SealedVault | undefined;
}

/** Opens the vault. One that was never written is empty; one that is there and does not open is never taken for empty. */
export async function openVault(place: VaultPlace): Promise<Outcome<OpenVault, OpenFailure, DamagedDetails>> {
  try {
    const current = await place.read("current");
    if (isOfNewerVersion(current)) return fail("newer");
    const previous = current === undefined ? await place.read("previous") : undefined;
    if (current === undefined && previous === undefined) return ok({ entries: [], sealed: undefined });
    const content = await openSlot(place, current);
    if (content) return ok({ entries: content.entries, sealed: current as SealedVault });
    const copy = await openPrevious(place);
    return fail("damaged", copy ? { previous: copy } : {});
  } catch {
    return fail("unreadable");
  }
}

/** The copy from before the last change, where there is one that opens. */
export async function openPrevious(place: VaultPlace): Promise<PreviousCopy | undefined> {
  const previous = await place.read("previous");
  const content = await openSlot(place, previous);
  return content && { savedAt: (previous as SealedVault).savedAt, entries: content.entries };
}

async function openSlot(place: VaultPlace, held: unknown): Promise<VaultContent | undefined> {
  if (!isSealedVault(held)) return undefined;
  const key = await place.findKey();
  return key && (await unsealVault(held, key));
}
