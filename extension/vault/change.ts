import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import type { VaultContent, VaultEntry } from "./entry.ts";
import { type DamagedDetails, type OpenFailure, type OpenVault, openVault } from "./open.ts";
import type { VaultPlace } from "./place.ts";
import { replaceVault } from "./replace.ts";
import { withoutExpired } from "./rules.ts";
import type { VaultSecret } from "./seal.ts";

/**
 * `not_saved`: the browser's storage failed; the vault is as it was.
 */
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
  return await changeContent(place, now, (content) => {
    const entries = change(content.entries);
    return entries === content.entries ? content : { ...content, entries };
  });
}

/** The same for all that the vault holds. `removing` is the one account that may be gone for good after it. */
export async function changeContent(
  place: VaultPlace,
  now: Date,
  change: (content: VaultContent) => VaultContent,
  removing?: string,
): Promise<Change> {
  try {
    return await place.exclusively(async () => {
      const opened = await openVault(place);
      if (!opened.ok) return opened;
      const old = { ...opened.value, content: withoutExpired(opened.value.content, now) };
      const content = change(old.content);
      if (content === old.content) return ok(content.entries);
      const secret = await secretOf(place, old);
      const isDone = secret && (await replaceVault(place, old, { content, secret, removing }, now));
      return isDone ? ok(content.entries) : fail("not_saved");
    });
  } catch {
    return fail("not_saved");
  }
}

/** What the vault is sealed by; the browser's key, made now, where nothing was ever written. */
async function secretOf(place: VaultPlace, { sealed, secret }: OpenVault): Promise<VaultSecret | undefined> {
  return sealed ? secret : { key: await place.makeKey() };
}
