import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import type { VaultContent, VaultEntry } from "./entry.ts";
import type { VaultPlace } from "./place.ts";
import { unsealVault, type VaultSecret } from "./seal.ts";
import { isOfNewerVersion, isSealedVault, type SealedVault } from "./sealed-vault.ts";

/**
 * Why a vault does not open. `unreadable`: the browser's storage failed just now. `damaged`: what it holds is no vault, or
 * its key is gone. `newer`: a later version wrote it. `locked`: it waits for its passphrase. `passphrase_due`: it has none,
 * and an organisation asks for one (promise E7). `keeps_no_key`: it has none either, and without one the browser cannot keep it
 * in this window (promise E8).
 */
export type OpenFailure = "unreadable" | "damaged" | "newer" | "locked" | "passphrase_due" | "keeps_no_key";

/** What can be gone back to when the vault is damaged. */
export interface PreviousCopy {
  savedAt: string;
  entries: VaultEntry[];
}

export interface DamagedDetails {
  previous?: PreviousCopy;
}

/** A vault that was opened: `sealed` and `secret` are undefined before the first write. */
export interface OpenVault {
  entries: VaultEntry[];
  content: VaultContent;
  sealed: SealedVault | undefined;
  secret: VaultSecret | undefined;
}

/** What opening answers. */
export type Opening = Outcome<OpenVault, OpenFailure, DamagedDetails>;

/**
 * Opens the vault, as far as an organisation's rules let it be opened. One that was never written is empty; one that is
 * there and does not open is never taken for empty.
 */
export async function openVault(place: VaultPlace): Promise<Opening> {
  try {
    const [opened, needsPassphrase] = await Promise.all([openToSeal(place), place.needsPassphrase()]);
    if (opened.ok && opened.value.secret?.lock) return opened;
    if (opened.ok && needsPassphrase) return fail("passphrase_due");
    const isUnsure = opened.ok ? opened.value.sealed === undefined : opened.code === "unreadable";
    return isUnsure && !(await place.keepsKeys()) ? fail("keeps_no_key") : opened;
  } catch {
    return fail("unreadable");
  }
}

/** Opens the vault whatever an organisation asks for, to put it under a passphrase: nothing of it is to be shown. */
export async function openToSeal(place: VaultPlace): Promise<Opening> {
  try {
    const ahead = findKeysAhead(place);
    const current = await place.read("current");
    if (isOfNewerVersion(current)) return fail("newer");
    const previous = current === undefined ? await place.read("previous") : undefined;
    if (current === undefined && previous === undefined) {
      return ok({ entries: [], content: { entries: [] }, sealed: undefined, secret: undefined });
    }
    const opened = await openSlot(ahead, current);
    if (opened.ok) return ok({ entries: opened.value.content.entries, ...opened.value });
    if (opened.code === "locked") return opened;
    const copy = await openPrevious(place);
    if (!copy.ok && copy.code === "locked") return copy;
    return fail("damaged", copy.ok ? { previous: copy.value } : {});
  } catch {
    return fail("unreadable");
  }
}

/** Whether no vault was ever saved here. */
export async function isUnwritten(place: VaultPlace): Promise<boolean> {
  return (await place.read("current")) === undefined && (await place.read("previous")) === undefined;
}

/** The copy from before the last change, where there is one that opens. */
export async function openPrevious(place: VaultPlace): Promise<Outcome<PreviousCopy, "damaged" | "locked">> {
  const opened = await openSlot(place, await place.read("previous"));
  if (!opened.ok) return opened;
  const { content, sealed } = opened.value;
  return ok({ savedAt: sealed.savedAt, entries: content.entries });
}

type OpenSlot = Omit<OpenVault, "entries"> & { sealed: SealedVault };

type Keys = Pick<VaultPlace, "findKey" | "findUnlockedKey">;

/** Asks for both keys at once, since each takes as long as the vault that it may open. */
function findKeysAhead(place: VaultPlace): Keys {
  const [ofBrowser, unlocked] = [place.findKey("browser_parts"), place.findUnlockedKey()];
  // Whether it failed matters to a vault under that key alone.
  for (const early of [ofBrowser, unlocked]) early.catch(() => {});
  // Another window may have made it, or unlocked the vault, since.
  return {
    findKey: async (kind) => (kind === "browser_parts" ? await ofBrowser : undefined) ?? (await place.findKey(kind)),
    findUnlockedKey: async () => (await unlocked) ?? (await place.findUnlockedKey()),
  };
}

async function openSlot(keys: Keys, held: unknown): Promise<Outcome<OpenSlot, "damaged" | "locked">> {
  if (!isSealedVault(held)) return fail("damaged");
  const isLockable = held.version === 2;
  const key = isLockable ? await keys.findUnlockedKey() : await keys.findKey(held.key);
  if (!key) return fail(isLockable ? "locked" : "damaged");
  const content = await unsealVault(held, key);
  const secret = isLockable ? { key, lock: held.lock } : { key, kept: held.key };
  return content ? ok({ content, sealed: held, secret }) : fail("damaged");
}
