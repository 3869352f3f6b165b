import { toBase64Url } from "./base64.ts";
import { utf8 } from "./utf8.ts";

/** A key of MAC_KEY with its id; `null` for a bare one, as there was before keys had ids. */
export interface MacKey {
  id: string | null;
  bytes: Uint8Array<ArrayBuffer>;
}

/** The keys of MAC_KEY, by what each is used for. */
export interface MacKeys {
  /** The first one makes what is new; what any of them made is accepted. */
  codes: readonly [MacKey, ...MacKey[]];
  /**
   * The one by which addresses and networks are counted. It is the oldest there is, so that a new key in front resets no
   * count and gives nobody who guesses another try.
   */
  counts: MacKey;
}

/** The id of a key that is only kept so that counts go on. */
export const countsId = "counts";

/** Says what each of the keys is for, newest first. Null where none of them may make codes. */
export function macKeysOf(keys: readonly MacKey[]): MacKeys | null {
  const [first, ...older] = keys.filter(({ id }) => id !== countsId);
  if (!first) return null;
  const oldest = older.at(-1) ?? first;
  return { codes: [first, ...older], counts: keys.find(({ id }) => id === countsId) ?? oldest };
}

/**
 * What is kept of a short code: its HMAC-SHA-256 in base64url, by the newest key, which is not in the database, behind
 * that key's id and a dot where it has one. `context` says what the code is for and whose it is, so that equal codes
 * elsewhere have other MACs.
 */
export async function macOf({ codes: [key] }: MacKeys, context: readonly string[], code: string): Promise<string> {
  const mac = await rawMac(key, context, code);
  return key.id === null ? mac : `${key.id}.${mac}`;
}

/**
 * Everything that may be kept of a code by a key that is accepted: compare with these, never with `macOf` alone. A key
 * that had no id when the code was made may have been given one since. JSON, to be bound for `json_each`.
 */
export async function macsOf({ codes }: MacKeys, context: readonly string[], code: string): Promise<string> {
  const forms = codes.map(async (key) => {
    const mac = await rawMac(key, context, code);
    return key.id === null ? [mac] : [`${key.id}.${mac}`, mac];
  });
  return JSON.stringify((await Promise.all(forms)).flat());
}

/** What stands for an address or a network wherever it is counted or known again: the same, however keys come and go. */
export function pseudonymOf({ counts }: MacKeys, context: readonly string[], text: string): Promise<string> {
  return rawMac(counts, context, text);
}

/** The MAC alone. The parts of the message are length-prefixed and cannot run into each other. */
export async function rawMac({ bytes }: MacKey, context: readonly string[], text: string): Promise<string> {
  const imported = await crypto.subtle.importKey("raw", bytes, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  const message = [...context, text].map((part) => `${part.length}:${part}`).join("");
  const mac = await crypto.subtle.sign("HMAC", imported, utf8(message));
  return toBase64Url(new Uint8Array(mac));
}
