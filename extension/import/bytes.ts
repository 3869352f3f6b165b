/** Bytes of base64, standard or for URLs, padded or not; undefined where it is neither. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  const spelled = text.replace(/\s/g, "").replaceAll("-", "+").replaceAll("_", "/");
  // No pattern such as /=+$/ here: on a long run of equal signs it takes quadratic time.
  let end = spelled.length;
  while (end > 0 && spelled[end - 1] === "=") end--;
  const plain = spelled.slice(0, end);
  if (/[^A-Za-z0-9+/]/.test(plain) || plain.length % 4 === 1) return undefined;
  return Uint8Array.from(atob(plain), (character) => character.charCodeAt(0));
}

/** Bytes of hexadecimal digits; undefined where there is anything else. */
export function fromHex(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (text.length % 2 !== 0 || /[^0-9a-f]/i.test(text)) return undefined;
  return Uint8Array.from({ length: text.length / 2 }, (_, index) =>
    Number.parseInt(text.slice(index * 2, index * 2 + 2), 16),
  );
}

/** Bytes in hexadecimal digits. */
export function toHex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** A list of numbers as Java writes bytes, -128 to 255; undefined where there is anything else. */
export function fromJavaBytes(value: unknown): Uint8Array<ArrayBuffer> | undefined {
  if (!Array.isArray(value) || value.length > 65_536) return undefined;
  const isByte = (each: unknown) => typeof each === "number" && Number.isInteger(each) && each >= -128 && each <= 255;
  return value.every(isByte) ? Uint8Array.from(value as number[], (byte) => byte & 255) : undefined;
}

/** The text that bytes are in UTF-8, without a byte order mark; undefined where they are none. */
export function fromUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The bytes of a text in UTF-8. */
export function toUtf8(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

/** Bytes put one after the other. */
export function joined(...parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
