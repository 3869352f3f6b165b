import { browser } from "wxt/browser";
import { serviceAddress } from "../connection.ts";
import { accessTo, hasAccess } from "../security/access.ts";
import { onChange } from "../storage.ts";

const id = "page-line";

/**
 * Firefox lets no page speak to an extension. So a script gives the service's pages a line there, as long as the person
 * lets the extension see the service's host; it is in no page before, and in no other.
 */
export function followService(): void {
  const follow = () => void navigator.locks.request("latchkey-page-line", register);
  browser.permissions.onAdded.addListener(follow);
  onChange("serviceAddress", follow);
  follow();
}

async function register(): Promise<void> {
  const service = await serviceAddress();
  const [registered] = await browser.scripting.getRegisteredContentScripts({ ids: [id] });
  if (registered) await browser.scripting.unregisterContentScripts({ ids: [id] });
  if (!(await hasAccess(service))) return;
  const { origins: matches } = accessTo(service);
  await browser.scripting.registerContentScripts([
    { id, matches, js: ["page-line.js"], runAt: "document_start", persistAcrossSessions: false },
  ]);
}
