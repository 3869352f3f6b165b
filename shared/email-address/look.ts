/** Something, one at sign as any keyboard gives it, and a name of two labels at least, by any of the dots of UTS 46. */
const shape =
  /^[^@\uff20\ufe6b]+[@\uff20\ufe6b][^@\uff20\ufe6b.\u3002\uff0e\uff61]+[.\u3002\uff0e\uff61][^@\uff20\ufe6b]+$/;

/**
 * Whether a text looks like an address: what a form says before anything is sent. It refuses nothing that
 * `readAddress` accepts; the service has the last word, and its refusal is shown at the same field.
 */
export function looksLikeAddress(typed: string): boolean {
  return shape.test(typed.trim());
}
