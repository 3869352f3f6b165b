/** RFC 4648 section 6. */
const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** The bytes of a text in base32, in upper case and without padding, as keys are kept. Throws where it is none. */
export function bytesOfBase32(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(Math.floor((text.length * 5) / 8));
  let written = 0;
  let value = 0;
  let bits = 0;
  for (const character of text) {
    const five = alphabet.indexOf(character);
    if (five < 0) throw new TypeError("This is not base32.");
    value = ((value << 5) | five) & 0xfff;
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes[written++] = value >> bits;
  }
  return bytes;
}

/** Bytes in base32, in upper case and without padding. */
export function base32Of(bytes: Uint8Array): string {
  let text = "";
  let value = 0;
  let bits = 0;
  for (const byte of bytes) {
    value = ((value << 8) | byte) & 0xfff;
    bits += 8;
    for (; bits >= 5; bits -= 5) text += alphabet[(value >> (bits - 5)) & 31];
  }
  return bits > 0 ? text + alphabet[(value << (5 - bits)) & 31] : text;
}
