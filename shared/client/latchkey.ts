import { type Client, type ClientOptions, createClient } from "../contract/client.ts";
import { withRetries } from "./retry.ts";
import { type SessionOptions, withSession } from "./session.ts";

/** What a site says of itself: where the service is, and how its pages keep the session. */
export interface LatchkeyOptions extends SessionOptions, Pick<ClientOptions, "service" | "locale" | "fetch"> {}

/**
 * The API for a page of another site: every route as a method, with the session kept, and with questions (never
 * changes) asked again when the network or the service was away for a moment.
 */
export function createLatchkey(options: LatchkeyOptions): Client {
  const { service, locale } = options;
  // Looked up at each call, so that a later replacement of the global one is used.
  const send: typeof fetch = options.fetch ?? ((input, init) => fetch(input, init));
  return createClient({ service, locale, fetch: withSession(withRetries(send), service, options) });
}
