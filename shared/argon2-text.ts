/** A text as our Argon2 is to have it: whole, in Unicode NFC, so that it is the same however a keyboard composes it. */
export function argon2Text(text: string): string {
  return argon2TextAsTyped(text.normalize("NFC"));
}

/**
 * A text whole and as it is, for hashes that others made. `@phi-ag/argon2` hands the text over in UTF-8 and tells its
 * length in UTF-16 units, so that the end of all that is not ASCII would not count; this one answers its length in
 * bytes, and is for that library alone.
 */
export function argon2TextAsTyped(text: string): string {
  const whole = { length: new TextEncoder().encode(text).length, toString: () => text };
  return whole as unknown as string;
}
