type Bytes = Uint8Array<ArrayBuffer>;

/** Random bytes of a length; given by the caller, so that a file can be made the same again. */
export type Draw = (length: number) => Bytes;

/** What files draw their keys, salts and nonces from in the browser. */
export const drawRandom: Draw = (length) => crypto.getRandomValues(new Uint8Array(length));

/** Seals by AES-256-GCM; the tag of 16 bytes is apart, as some formats have it. */
export async function sealAesGcm(key: Bytes, nonce: Bytes, plain: Bytes): Promise<{ sealed: Bytes; tag: Bytes }> {
  const imported = await crypto.subtle.importKey("raw", key, "AES-GCM", false, ["encrypt"]);
  const both = new Uint8Array(await crypto.subtle.encrypt({ name: "AES-GCM", iv: nonce }, imported, plain));
  return { sealed: both.slice(0, -16), tag: both.slice(-16) };
}
