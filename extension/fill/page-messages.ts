import { type Browser, browser } from "wxt/browser";
import { replyWith, valueIn } from "../reply.ts";
import type { FrameSight } from "./sight.ts";

/** What the background asks of the script in a frame, and what it answers. */
export interface FrameAsks {
  look: { ask: null; answer: FrameSight };
  /**
   * Puts the code of a ticket into fields, by their place in the last look; says `told` when it landed, or why not. Where the
   * person has not asked on the very field, nothing that holds something is filled.
   */
  put: {
    ask: { ticket: string; fields: number[]; isAsked: boolean; told: { filled: string; notTaken: string } };
    answer: boolean;
  };
  /** Lets the person point at a field for the code of a ticket; answered at once. */
  point: {
    ask: { ticket: string; digits: number; told: { point: string; filled: string; notTaken: string } };
    answer: null;
  };
  /** Says something in this frame, for a moment. */
  say: { ask: { text: string }; answer: null };
  stop: { ask: null; answer: null };
}

/** What the script in a frame asks of the background: the one code of a ticket; null where it is not for this frame. */
export interface CodeAsk {
  codeFor: string;
  /** What the field is known by, where the person pointed at it. */
  mark?: string;
  /** The person has stopped pointing, and wants no code any more. */
  givenUp?: boolean;
}

type FrameAsk = keyof FrameAsks;
export type FrameAnswers = {
  [Name in FrameAsk]: (ask: FrameAsks[Name]["ask"]) => FrameAsks[Name]["answer"] | Promise<FrameAsks[Name]["answer"]>;
};

/** Asks the script in one frame of a tab. Rejects where it failed or is gone. */
export async function askFrame<Name extends FrameAsk>(
  { tabId, frameId }: { tabId: number; frameId: number },
  name: Name,
  ask: FrameAsks[Name]["ask"],
): Promise<FrameAsks[Name]["answer"]> {
  return await valueIn<FrameAsks[Name]["answer"]>(browser.tabs.sendMessage(tabId, { toFrame: name, ask }, { frameId }));
}

/** Answers the background from inside a frame; a page cannot send what arrives here. */
export function answerBackground(answers: FrameAnswers): void {
  browser.runtime.onMessage.addListener((message: unknown, sender, respond) => {
    const { toFrame, ask } = (message ?? {}) as { toFrame?: unknown; ask?: unknown };
    if (sender.id !== browser.runtime.id || typeof toFrame !== "string" || !Object.hasOwn(answers, toFrame))
      return undefined;
    const answer = answers[toFrame as FrameAsk] as (ask: unknown) => unknown;
    replyWith((async () => await answer(ask))(), respond);
    return true;
  });
}

/** Asks the background, from inside a frame, for the code of a ticket. Rejects where it failed or is gone. */
export async function askForCode(ask: CodeAsk): Promise<string | null> {
  return await valueIn<string | null>(browser.runtime.sendMessage(ask));
}

/** Answers frames that ask for the code of their ticket. Who asks is what the browser says of the sender, not the message. */
export function answerFrames(
  give: (ask: CodeAsk, sender: Browser.runtime.MessageSender) => Promise<string | null>,
): void {
  browser.runtime.onMessage.addListener((message: unknown, sender, respond) => {
    const { codeFor, mark, givenUp } = (message ?? {}) as Record<string, unknown>;
    if (sender.id !== browser.runtime.id || typeof codeFor !== "string") return undefined;
    const ask = {
      codeFor,
      givenUp: givenUp === true,
      ...(typeof mark === "string" ? { mark: mark.slice(0, 400) } : {}),
    };
    replyWith(give(ask, sender), respond);
    return true;
  });
}
