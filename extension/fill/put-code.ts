/** Milliseconds in which a page may take a code, move on, or put back what was there. */
const settleMilliseconds = 120;

/**
 * Puts a code into a field, or its digits into as many, as typing does: frameworks hear of it, nothing is submitted.
 * Answers whether it landed: the fields hold it, or the page has already moved on.
 */
export async function putCode(fields: HTMLInputElement[], code: string): Promise<boolean> {
  const ways = fields.length === 1 ? [setValue, insertText] : [setDigits, paste];
  for (const way of ways) {
    way(fields, code);
    await new Promise((resolve) => setTimeout(resolve, settleMilliseconds));
    if (hasLanded(fields, code)) return true;
  }
  return false;
}

function hasLanded(fields: HTMLInputElement[], code: string): boolean {
  // A page that takes the code at its last digit may have put something else in its place.
  if (fields.some(({ isConnected }) => !isConnected)) return true;
  return fields.map(({ value }) => value.replace(/[^\p{L}\p{N}]/gu, "")).join("") === code;
}

function setValue([field]: HTMLInputElement[], code: string): void {
  if (!field) return;
  field.focus();
  write(field, code);
  field.dispatchEvent(new Event("change", { bubbles: true }));
}

function setDigits(fields: HTMLInputElement[], code: string): void {
  for (const [at, field] of fields.entries()) {
    const key = code[at] ?? "";
    field.focus();
    field.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, composed: true }));
    write(field, key);
    field.dispatchEvent(new KeyboardEvent("keyup", { key, bubbles: true, composed: true }));
    field.dispatchEvent(new Event("change", { bubbles: true }));
  }
}

/** In this script's own world the setter is the browser's, whatever the page has put over it. */
function write(field: HTMLInputElement, text: string): void {
  field.value = text;
  field.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true, inputType: "insertText", data: text }));
}

/** For fields that take back what did not come from an editing command. */
function insertText([field]: HTMLInputElement[], code: string): void {
  if (!field) return;
  field.focus();
  field.select();
  document.execCommand("insertText", false, code);
}

/** For boxes that take a whole code at once only. */
function paste([first]: HTMLInputElement[], code: string): void {
  if (!first) return;
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/plain", code);
  first.focus();
  first.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true, composed: true }));
}
