import { hasValue, isLocked, type TypedInto, textIn } from "./typed-into.ts";

/** Milliseconds in which a page may take a code, move on, or put back what was there. */
const settleMilliseconds = 120;

/**
 * Puts a code into a field, or its parts into as many, as typing does: frameworks hear of it, nothing is submitted. `fields`
 * gives the elements as they are now, for a page may draw them anew at each digit; none once it has moved on.
 * Answers whether the code landed: the fields hold it, or the page has already moved on.
 */
export async function putCode(fields: () => TypedInto[], code: string): Promise<boolean> {
  const isRow = fields().length > 1;
  const isTooShort =
    !isRow && fields().some((field) => hasValue(field) && field.maxLength > 0 && field.maxLength < code.length);
  // Never six digits in a field of one: there only what the page does with a paste is left.
  const ways = isRow ? [setParts, paste] : isTooShort ? [paste] : [setWhole, insertText, paste];
  for (const way of ways) {
    way(fields, code);
    await new Promise((resolve) => setTimeout(resolve, settleMilliseconds));
    if (hasLanded(fields(), code)) return true;
  }
  return false;
}

function hasLanded(fields: TypedInto[], code: string): boolean {
  // A page that takes the code at its last digit may have put something else in its place.
  if (fields.length === 0) return true;
  return fields.map((field) => textIn(field).replace(/[^\p{L}\p{N}]/gu, "")).join("") === code;
}

function setWhole(fields: () => TypedInto[], code: string): void {
  const [field] = fields();
  if (!field) return;
  enter(field, code);
}

/** Part for part, in the elements that are there by then. */
function setParts(fields: () => TypedInto[], code: string): void {
  const count = fields().length;
  const size = Math.ceil(code.length / count);
  for (let at = 0; at < count; at++) {
    const field = fields()[at];
    if (field) enter(field, code.slice(at * size, (at + 1) * size));
  }
}

function enter(field: TypedInto, text: string): void {
  focusOn(field);
  // Some fields are read only until they have the focus.
  if (isLocked(field)) return;
  const key = text.at(-1) ?? "";
  const press = (type: string) =>
    field.dispatchEvent(new KeyboardEvent(type, { key, bubbles: true, composed: true, cancelable: true }));
  press("keydown");
  if (textIn(field) !== text) write(field, text);
  press("keyup");
  field.dispatchEvent(new Event("change", { bubbles: true }));
}

/** In this script's own world the setter is the browser's, whatever the page has put over it. */
function write(field: TypedInto, text: string): void {
  if (hasValue(field)) field.value = text;
  else replaceText(field, text);
  field.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true, inputType: "insertText", data: text }));
}

/** For fields that take back what did not come from an editing command. */
function insertText(fields: () => TypedInto[], code: string): void {
  const [field] = fields();
  if (!field || isLocked(field)) return;
  focusOn(field);
  replaceText(field, code);
}

function replaceText(field: TypedInto, text: string): void {
  if (hasValue(field)) field.select();
  else getSelection()?.selectAllChildren(field);
  document.execCommand("insertText", false, text);
}

/** For boxes that take a whole code at once only. */
function paste(fields: () => TypedInto[], code: string): void {
  const [first] = fields();
  if (!first) return;
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/plain", code);
  focusOn(first);
  first.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true, composed: true }));
}

/** Widgets follow the focus; while a window of the browser itself has it, the page hears nothing of that. */
function focusOn(field: TypedInto): void {
  field.focus({ preventScroll: true });
  if (document.hasFocus()) return;
  field.dispatchEvent(new FocusEvent("focus", { composed: true }));
  field.dispatchEvent(new FocusEvent("focusin", { bubbles: true, composed: true }));
}
