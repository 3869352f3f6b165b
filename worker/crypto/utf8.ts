/** Returns the bytes of a text in UTF-8, in memory of their own, which is what WebCrypto takes. */
export function utf8(text: string): Uint8Array<ArrayBuffer> {
  // An encoder never hands out shared memory, and the platform's types do not say so.
  return new TextEncoder().encode(text) as Uint8Array<ArrayBuffer>;
}
