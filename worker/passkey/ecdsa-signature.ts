/** The two numbers of an ECDSA signature, big-endian, as DER writes them. */
export interface EcdsaNumbers {
  r: Uint8Array<ArrayBuffer>;
  s: Uint8Array<ArrayBuffer>;
}

const sequence = 0x30;
const integer = 0x02;

/**
 * Reads an ECDSA signature in DER (RFC 3279 2.2.3, Ecdsa-Sig-Value), of a curve of 384 bits at most. Throws at whatever DER does not
 * allow: another tag, a length that is not the rest, a number that is negative or longer than it need be.
 */
export function readEcdsaSignature(der: Uint8Array): EcdsaNumbers {
  const body = spanOf(der, sequence);
  if (body.end !== der.length) throw new TypeError("something follows the signature");
  const r = spanOf(der, integer, body.start);
  const s = spanOf(der, integer, r.end);
  if (s.end !== der.length) throw new TypeError("something follows the signature's numbers");
  return { r: numberOf(der, r), s: numberOf(der, s) };
}

interface Span {
  start: number;
  end: number;
}

function spanOf(der: Uint8Array, tag: number, at = 0): Span {
  const [found, length = 0] = der.subarray(at, at + 2);
  const start = at + 2;
  const end = start + length;
  // 128 and more would be the long form, which a signature of so many bits never needs.
  if (found !== tag || length === 0 || length > 127 || end > der.length)
    throw new TypeError("no ECDSA signature in DER");
  return { start, end };
}

function numberOf(der: Uint8Array, { start, end }: Span): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(der.subarray(start, end));
  const [first = 0, second = 0] = bytes;
  const isNegative = first > 127;
  const isTooLong = bytes.length > 1 && first === 0 && second < 128;
  if (isNegative || isTooLong) throw new TypeError("a number of the signature is not as DER writes it");
  return bytes;
}
