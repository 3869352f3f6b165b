import { browser } from "wxt/browser";
import type { ClearAsk } from "./clear-if-held.ts";

/** In the document that nobody sees: clears the clipboard when asked, where it holds just that code. */
export function answerClearing(): void {
  browser.runtime.onMessage.addListener((message: unknown, sender, respond) => {
    const { clearIfHeld } = (message ?? {}) as Partial<ClearAsk>;
    if (sender.id !== browser.runtime.id || typeof clearIfHeld !== "string") return undefined;
    respond(clearHere(clearIfHeld));
    return undefined;
  });
}

/** By editing commands, for the clipboard's own interface wants the focus, which a hidden document never has. */
function clearHere(code: string): boolean {
  const field = document.createElement("textarea");
  document.body.append(field);
  field.focus();
  document.execCommand("paste");
  const isHeld = field.value === code;
  field.remove();
  if (isHeld) {
    const empty = (event: ClipboardEvent) => {
      event.clipboardData?.setData("text/plain", "");
      event.preventDefault();
    };
    document.addEventListener("copy", empty, { once: true });
    document.execCommand("copy");
  }
  return isHeld;
}
