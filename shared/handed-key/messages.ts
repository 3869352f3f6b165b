/** The name of the line that a page of the service has to the extension. */
export const lineName = "latchkey-page";

/** Longest link, in code units: the service's own are a few hundred. */
const linkLimit = 2000;

/** A key that is to be kept, and the two-factor method that it is for. */
export interface HandedKey {
  methodId: string;
  /** The `otpauth:` link of the key. */
  uri: string;
}

/** What a page of the service may ask of the extension; docs/decisions/157 says why it is no more. */
export type PageAsk =
  | { ask: "are_you_there" }
  | ({ ask: "keep_key" } & HandedKey)
  /** Takes out what was just kept by a ticket, since the service did not accept it. */
  | { ask: "drop_key"; ticket: string };

/** What it is told once the person has said yes: codes of the key that it handed over itself, and of no other. */
export interface KeptKey {
  /** Good once, to take the key out again. */
  ticket: string;
  /** The code of the step before, and of this moment. */
  before: string;
  now: string;
}

/** `no`: the person did not want it, the vault did not take it, or it was not for the extension to do. */
export type PageAnswer = { answer: "here" } | { answer: "kept"; kept: KeptKey } | { answer: "done" } | { answer: "no" };

/** A word in between, so that the browser does not put the extension to sleep while the person decides. */
export const stillThere = "still_there";

/** Reads what came from a page; null for anything that is no ask, too long, or not of these forms. */
export function readPageAsk(message: unknown): PageAsk | null {
  const { ask, methodId, uri, ticket } = (message ?? {}) as Record<string, unknown>;
  if (ask === "are_you_there") return { ask };
  if (ask === "keep_key" && isId(methodId) && typeof uri === "string" && uri.length <= linkLimit)
    return { ask, methodId, uri };
  if (ask === "drop_key" && isId(ticket)) return { ask, ticket };
  return null;
}

function isId(value: unknown): value is string {
  return typeof value === "string" && /^[\w-]{1,64}$/.test(value);
}
