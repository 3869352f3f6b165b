/** Bytes as base64. */
export function toBase64(bytes: Uint8Array): string {
  // By chunks, for an argument list has an end.
  let text = "";
  for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192));
  return btoa(text);
}

/** Newer browsers have it, and theirs is many times faster. */
const builtIn = Uint8Array as { fromBase64?: (text: string) => Uint8Array<ArrayBuffer> };

/** The bytes of base64. Throws where it is none. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  if (builtIn.fromBase64) return builtIn.fromBase64(text);
  const characters = atob(text);
  const bytes = new Uint8Array(characters.length);
  // A loop, which is many times faster than `Uint8Array.from` over a vault of 1,000 codes.
  for (let i = 0; i < bytes.length; i++) bytes[i] = characters.charCodeAt(i);
  return bytes;
}
