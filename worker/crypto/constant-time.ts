import { timingSafeEqual } from "node:crypto";

/** Whether two secrets are the same, in a time that does not tell where two of one length differ. */
export function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && timingSafeEqual(one, other);
}

/** The same of two texts. */
export function sameText(one: string, other: string): boolean {
  const encoder = new TextEncoder();
  return sameBytes(encoder.encode(one), encoder.encode(other));
}
