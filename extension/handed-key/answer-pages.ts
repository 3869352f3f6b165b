import { type Browser, browser } from "wxt/browser";
import {
  type KeptKey,
  lineName,
  type PageAnswer,
  type PageAsk,
  readPageAsk,
} from "../../shared/handed-key/messages.ts";
import { parseOtpauthUri } from "../../shared/otp/otpauth-uri.ts";
import { serviceAddress } from "../connection.ts";
import type { KeyDecision } from "../messages.ts";
import { inMemory } from "../storage.ts";
import { addressOf } from "../surface/opening.ts";
import { browserPlace } from "../vault/place.ts";
import { removeFromVault } from "../vault/remove.ts";
import { dropLifetime } from "./asked-key.ts";

type Line = Browser.runtime.Port;

const askedKey = inMemory("askedKey");
const justKept = inMemory("justKept");

/** The question that stands: one at a time, so that no page can pile up windows. */
let question: { ticket: string; windowId?: number; settle: (decision: KeyDecision["kept"]) => void } | null = null;

/**
 * Answers pages of the service, and nobody else. In Chrome the browser lets none but the service that the build names
 * have a line; in Firefox a script of the extension has it, where the person has let that see the service's host.
 */
export function answerPages(): void {
  const lines = import.meta.env.FIREFOX ? browser.runtime.onConnect : browser.runtime.onConnectExternal;
  lines.addListener((line) => {
    if (line.name !== lineName) return;
    line.onMessage.addListener((message: unknown) => {
      const ask = readPageAsk(message);
      if (ask) void answer(ask, line);
    });
  });
  browser.windows.onRemoved.addListener((id) => {
    if (question && question.windowId === id) question.settle(null);
  });
}

/** What the person decided in the window; answers whether the page is still there to hear of it. */
export async function keyDecided({ ticket, kept }: KeyDecision): Promise<boolean> {
  if (question?.ticket !== ticket) return false;
  question.settle(kept);
  return true;
}

async function answer(ask: PageAsk, line: Line): Promise<void> {
  const service = await serviceAddress();
  const no = { answer: "no" } as const;
  // Where the browser keeps nothing or opens no window, nothing was saved, and that is what the page hears.
  const said = isPageOf(service, line.sender) ? await answerPage(ask, service, line).catch(() => no) : no;
  try {
    line.postMessage(said);
  } catch {
    // The page is gone, and nobody waits any more.
  }
}

/** Whether it is the very page of a tab, and of the service: by what the browser says, not the message. */
function isPageOf(service: string, sender: Line["sender"]): boolean {
  const origin = sender?.origin ?? URL.parse(sender?.url ?? "")?.origin;
  return origin === service && sender?.frameId === 0 && sender.tab?.id !== undefined;
}

async function answerPage(ask: PageAsk, service: string, line: Line): Promise<PageAnswer> {
  if (ask.ask === "are_you_there") return { answer: "here" };
  const tabId = line.sender?.tab?.id ?? -1;
  if (ask.ask === "drop_key") return { answer: (await drop(ask.ticket, tabId)) ? "done" : "no" };
  const kept = await keep(ask, service, line);
  return kept ? { answer: "kept", kept } : { answer: "no" };
}

async function keep(
  { methodId, uri }: PageAsk & { ask: "keep_key" },
  service: string,
  line: Line,
): Promise<KeptKey | null> {
  const key = parseOtpauthUri(uri);
  if (!key.ok || key.value.type !== "totp") return null;
  if (question) {
    const { windowId } = question;
    if (windowId !== undefined) await browser.windows.update(windowId, { focused: true }).catch(() => undefined);
    return null;
  }
  const ticket = crypto.randomUUID();
  const { promise, resolve } = Promise.withResolvers<KeyDecision["kept"]>();
  question = { ticket, settle: resolve };
  line.onDisconnect.addListener(() => {
    // Nobody waits for an answer any more, so nobody is asked.
    if (question?.ticket === ticket && question.windowId !== undefined)
      void browser.windows.remove(question.windowId).catch(() => undefined);
    resolve(null);
  });
  try {
    await askedKey.write({ ticket, service, methodId, uri });
    const opened = await browser.windows.create({
      url: addressOf({ surface: "window", at: "keep" }),
      type: "popup",
      width: 396,
      height: 640,
    });
    question.windowId = opened?.id;
    const kept = await promise;
    if (!kept) return null;
    const { entryId, ...codes } = kept;
    const tabId = line.sender?.tab?.id ?? -1;
    // Where that is not noted, the page can't take the key out again, and it is kept all the same.
    await justKept.write({ ticket, entryId, tabId, until: Date.now() + dropLifetime }).catch(() => {});
    return { ticket, ...codes };
  } finally {
    question = null;
    await askedKey.remove();
  }
}

/** Into the bin and not for good: what a page asks for destroys nothing. */
async function drop(ticket: string, tabId: number): Promise<boolean> {
  const kept = await justKept.read();
  if (kept?.ticket !== ticket || kept.tabId !== tabId || Date.now() > kept.until) return false;
  await justKept.remove();
  return (await removeFromVault(browserPlace, new Date(), kept.entryId)).ok;
}
