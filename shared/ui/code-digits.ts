/** How many digits a code has. */
export const codeLength = 6;

/** Whether the code is all there. */
export function isComplete(code: string): boolean {
  return code.length === codeLength;
}
