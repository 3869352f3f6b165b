import { inMemory } from "../storage.ts";
import type { VaultPlace } from "../vault/place.ts";
import { sealText, unsealText } from "../vault/seal.ts";
import { hasPassphrase } from "../vault/sealed-vault.ts";
import type { TypedKey } from "./typed-key.ts";

/** An account that is being added, as far as it was typed. */
export interface Draft extends TypedKey {
  by: "link" | "key";
  link: string;
}

const kept = inMemory("draft");
const bound = new TextEncoder().encode("latchkey-draft");

/** What was kept since the browser was opened; undefined where nothing was, or where it does not open. */
export async function readDraft(place: VaultPlace): Promise<Draft | undefined> {
  const sealed = await kept.read();
  const key = sealed && (await draftKey(place));
  const text = key && (await unsealText(sealed, key, bound));
  return text === undefined ? undefined : (JSON.parse(text) as Draft);
}

/** Keeps it, sealed as the vault is: a browser closes a popup when somebody looks elsewhere. */
export async function keepDraft(place: VaultPlace, draft: Draft): Promise<void> {
  const key = await draftKey(place);
  if (key) await kept.write(await sealText(JSON.stringify(draft), key, bound));
}

/** Forgets it. */
export async function forgetDraft(): Promise<void> {
  await kept.remove();
}

async function draftKey(place: VaultPlace): Promise<CryptoKey | undefined> {
  return hasPassphrase(await place.read("current")) ? await place.findUnlockedKey() : await place.makeKey();
}
