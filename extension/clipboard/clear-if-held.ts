import { browser } from "wxt/browser";

/** What the document that reaches the clipboard is told. */
export interface ClearAsk {
  clearIfHeld: string;
}

const address = "/offscreen.html";

/** Clears the clipboard where it holds `code`, by a document that nobody sees: Chrome's background has no clipboard. */
export async function clearIfHeld(code: string): Promise<void> {
  if (!(await browser.offscreen.hasDocument())) {
    await browser.offscreen.createDocument({
      url: address,
      reasons: ["CLIPBOARD"],
      justification: "To clear a copied code from the clipboard where it is still there.",
    });
  }
  try {
    const ask: ClearAsk = { clearIfHeld: code };
    await browser.runtime.sendMessage(ask);
  } finally {
    await browser.offscreen.closeDocument();
  }
}
