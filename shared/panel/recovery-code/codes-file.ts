/** The codes as a text file: a line that says what they are, then one on each line. */
export function codesFile(title: string, codes: readonly string[]): string {
  return [title, "", ...codes, ""].join("\n");
}

/** Has the browser save `text` as a file. */
export function saveFile(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads the address after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}
