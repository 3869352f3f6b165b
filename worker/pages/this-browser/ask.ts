import { type PageAnswer, type PageAsk, stillThere } from "../../../shared/handed-key/messages.ts";
import type { Hear, Line } from "./line.ts";

/** Opens a line; null where there is none. */
export type OpenLine = (hear: Hear) => Line | null;

/** A browser lets an extension sleep after half a minute in which it hears nothing; in milliseconds. */
const wordEvery = 20_000;

/** Asks the extension; `no` where the line ends without an answer. Where nobody is at the other end it never resolves. */
export async function askExtension(ask: PageAsk, openLine: OpenLine): Promise<PageAnswer> {
  const { promise, resolve } = answerToCome();
  const line = openLine((message) => resolve(readAnswer(message)));
  if (!line) return { answer: "no" };
  const word = setInterval(() => line.say(stillThere), wordEvery);
  try {
    line.say(ask);
    return await promise;
  } finally {
    clearInterval(word);
    line.end();
  }
}

/** As `Promise.withResolvers`, which the oldest of the browsers lack. */
function answerToCome() {
  let resolve: (answer: PageAnswer) => void = () => {};
  const promise = new Promise<PageAnswer>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

function readAnswer(message: unknown): PageAnswer {
  const { answer, kept } = (message ?? {}) as { answer?: unknown; kept?: Record<string, unknown> };
  if (answer === "here" || answer === "done") return { answer };
  const { ticket, before, now } = kept ?? {};
  const isKept = [ticket, before, now].every((each) => typeof each === "string");
  return answer === "kept" && isKept ? { answer, kept: { ticket, before, now } as never } : { answer: "no" };
}
