/** The codes as a text file: a line that says what they are, then one on each line. */
export function codesFile(title: string, codes: readonly string[]): string {
  return [title, "", ...codes, ""].join("\n");
}
