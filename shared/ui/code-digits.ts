/** How many digits a code has. */
export const codeLength = 6;

/** The digits of what was typed or pasted, no more than a code has: `"123 456"` is `"123456"`. */
export function codeDigits(text: string): string {
  return text.replace(/\D/gu, "").slice(0, codeLength);
}

/** Whether the code is all there. */
export function isComplete(code: string): boolean {
  return code.length === codeLength;
}
