import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import type { ChangeFailure } from "./change.ts";
import type { VaultContent } from "./entry.ts";
import { type OpenVault, openToSeal } from "./open.ts";
import type { VaultPlace } from "./place.ts";
import { replaceVault, writeSlot } from "./replace.ts";
import type { VaultSecret } from "./seal.ts";
import { isSealedVault, type SealedVault } from "./sealed-vault.ts";

/**
 * Seals the same content, or what `contentFrom` makes of it, by another secret, all or nothing, as `changeVault` does. After it neither copy opens by what
 * opened the vault before; where the storage fails at that, once it is unlocked again. No passphrase is taken from what an
 * organisation wants under one.
 */
export async function resealVault<Code extends string>(
  place: VaultPlace,
  now: Date,
  secretFor: (vault: OpenVault) => Promise<Outcome<VaultSecret, Code>>,
  contentFrom: (content: VaultContent) => VaultContent = (content) => content,
): Promise<Outcome<null, ChangeFailure | Code>> {
  try {
    return await place.exclusively(async () => {
      const opened = await openToSeal(place);
      if (!opened.ok) return fail(opened.code);
      const secret = await secretFor(opened.value);
      if (!secret.ok) return secret;
      const isTaken = opened.value.secret?.lock !== undefined && secret.value.lock === undefined;
      if (isTaken && (await place.needsPassphrase())) return fail("passphrase_due");
      const content = contentFrom(opened.value.content);
      if (!(await replaceVault(place, opened.value, { content, secret: secret.value }, now))) return fail("not_saved");
      // Where that fails the vault is sealed anew all the same; it is done at the next unlocking.
      await settle(place).catch(() => {});
      return ok(null);
    });
  } catch {
    return fail("not_saved");
  }
}

/** Ends what a reseal began, where the browser was killed in its middle. To be called when the vault has been unlocked. */
export async function settleCopies(place: VaultPlace): Promise<void> {
  await place.exclusively(() => settle(place));
}

async function settle(place: VaultPlace): Promise<void> {
  const opened = await openToSeal(place);
  if (!opened.ok) return;
  const { sealed, secret } = opened.value;
  if (!sealed || !secret) return;
  const previous = await place.read("previous");
  if (waysIn(previous) !== waysIn(sealed) && !(await writeSlot(place, "previous", sealed, secret))) return;
  // What this browser sealed by a key of before may still lie in freed parts of the disk, and so may that key.
  if (sealed.key !== "browser")
    await place.forgetKeys(sealed.version === 2 ? ["browser", "browser_parts"] : ["browser"]);
}

/** All that opens a vault, to compare. */
function waysIn(vault: unknown): string {
  return isSealedVault(vault) ? JSON.stringify(lockOf(vault)) : "none";
}

function lockOf(vault: SealedVault) {
  return vault.version === 2 ? vault.lock : vault.key;
}
