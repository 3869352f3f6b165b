import { type Browser, browser } from "wxt/browser";
import { lineName } from "../../shared/handed-key/messages.ts";
import { post, readPosted } from "../../shared/handed-key/posted.ts";

/**
 * Carries what the page itself posts to the background, and the answers back. It judges nothing: whose page it is, the
 * background knows from the browser.
 */
export function carryPage(): void {
  const lines = new Map<string, Browser.runtime.Port>();
  const end = (line: string) => {
    if (lines.delete(line)) post({ latchkey: "extension", line });
  };
  const open = (line: string) => {
    const port = browser.runtime.connect({ name: lineName });
    lines.set(line, port);
    port.onMessage.addListener((message: unknown) => post({ latchkey: "extension", line, message }));
    port.onDisconnect.addListener(() => end(line));
    return port;
  };
  window.addEventListener("message", (event: MessageEvent) => {
    const posted = readPosted(event, "page");
    if (!posted) return;
    const { line, message } = posted;
    if (message !== undefined) (lines.get(line) ?? open(line)).postMessage(message);
    else {
      lines.get(line)?.disconnect();
      end(line);
    }
  });
}
