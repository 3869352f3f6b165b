import { type Browser, browser } from "wxt/browser";
import { replyWith, valueIn } from "./reply.ts";

/** A call of the API that a window asks the background for; it has the session, and adds it. */
export interface ServiceCall {
  /** Path and query; the background knows the service. */
  path: string;
  method: string;
  headers: Record<string, string>;
  body?: string;
}

/** What the service answered, without a session's token; `unreachable` where no answer came. */
export type ServiceAnswer = { status: number; body: string; date?: string } | "unreachable";

/** A request to fill a code into the page of a tab; of the account that the person chose, or the one that is known there. */
export interface FillAsk {
  tabId: number;
  entryId?: string;
  /** The frame in which they asked on the very field that has the focus. */
  onField?: number;
  /** They were told that the page is not encrypted, and want it filled. */
  isUnencryptedFine?: boolean;
}

/**
 * What came of it. `pointing`: the person is asked to point at the field. `choose`: which account, is to be asked.
 * `unencrypted`: whether to fill at all, is to be asked first. `other_frame`: they asked on a field of another site's frame.
 * `not_allowed`: the browser lets nobody into that page. `closed`: the vault does not open. `failed`: the browser failed.
 */
export interface FillAnswer {
  result:
    | "filled"
    | "pointing"
    | "not_taken"
    | "choose"
    | "unencrypted"
    | "other_frame"
    | "not_allowed"
    | "closed"
    | "failed";
}

/** What the person decided about the key of a page: the entry that it became and its codes, or null. */
export interface KeyDecision {
  ticket: string;
  kept: { entryId: string; before: string; now: string } | null;
}

/** Every message that a window of the extension sends to its background, and what it gets back. */
interface Messages {
  callService: { ask: ServiceCall; answer: ServiceAnswer };
  /** Whether somebody is signed in at the service of the settings. */
  hasSession: { ask: null; answer: boolean };
  fillPage: { ask: FillAsk; answer: FillAnswer };
  /** Clears a code that has just been copied, in a minute, where the clipboard still holds it. */
  clearLater: { ask: string; answer: null };
  /** Whether the page that handed the key over still waits for it. */
  keyDecided: { ask: KeyDecision; answer: boolean };
}

type Name = keyof Messages;
type Handlers = { [Each in Name]: (ask: Messages[Each]["ask"]) => Promise<Messages[Each]["answer"]> };

/** Asks the background. Rejects where it failed or is gone, such as while the extension is being updated. */
export async function askBackground<Each extends Name>(
  name: Each,
  ask: Messages[Each]["ask"],
): Promise<Messages[Each]["answer"]> {
  return await valueIn<Messages[Each]["answer"]>(browser.runtime.sendMessage({ name, ask }));
}

/** Answers the windows of this extension, and nobody else: a content script speaks from its page's address. */
export function answerWindows(handlers: Handlers): void {
  browser.runtime.onMessage.addListener((message: unknown, sender, respond) => {
    if (!isOwnWindow(sender) || !isMessage(message, handlers)) return undefined;
    const handle = handlers[message.name] as (ask: unknown) => Promise<unknown>;
    replyWith(handle(message.ask), respond);
    // True keeps the way back open until the answer is there.
    return true;
  });
}

function isOwnWindow({ id, url }: Browser.runtime.MessageSender): boolean {
  return id === browser.runtime.id && URL.parse(url ?? "")?.origin === location.origin;
}

function isMessage(message: unknown, handlers: Handlers): message is { name: Name; ask: unknown } {
  const { name } = (message ?? {}) as { name?: unknown };
  return typeof name === "string" && Object.hasOwn(handlers, name);
}
