import { type DatabaseUse, noUse, useHeader } from "../servers/counting.ts";

/** An answer, how long it took from the first byte sent to the last one read, and what it asked of the database. */
export interface Call {
  status: number;
  headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: a benchmark reads the shape that it knows.
  body: any;
  ms: number;
  use: DatabaseUse;
}

/** What to send: a body as JSON, and headers. */
export interface Sent {
  body?: unknown;
  headers?: Record<string, string>;
}

/** Sends a request to an address. Throws where the answer is no success: a benchmark of refusals says nothing. */
export async function call(method: string, address: string, { body, headers = {} }: Sent = {}): Promise<Call> {
  const began = performance.now();
  const response = await fetch(address, {
    method,
    headers: { ...(body === undefined ? {} : { "Content-Type": "application/json" }), ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const ms = performance.now() - began;
  if (!response.ok) throw new Error(`${method} ${address}: ${response.status} ${text}`);
  const use = response.headers.get(useHeader);
  return {
    status: response.status,
    headers: response.headers,
    body: response.headers.get("Content-Type")?.includes("json") ? JSON.parse(text) : text,
    ms,
    use: use === null ? noUse : (JSON.parse(use) as DatabaseUse),
  };
}

/** The `name=value` pairs of the cookies that an answer set, as a request sends them back. */
export function cookiesOf({ headers }: Call): string {
  return headers
    .getSetCookie()
    .map((cookie) => cookie.slice(0, cookie.indexOf(";")))
    .join("; ");
}
