import type { Locale } from "../shared/contract/account.ts";
import { type Client, createClient } from "../shared/contract/client.ts";
import { askBackground } from "./messages.ts";
import { readOrganisationRules } from "./organisation.ts";
import { onDisk } from "./storage.ts";

/** The origin of the service that is preset: by the organisation, else when the extension was built. */
export async function presetAddress(): Promise<string> {
  return (await readOrganisationRules()).serviceAddress ?? import.meta.env.LATCHKEY_SERVICE;
}

/** The origin of the service: the one of the settings, else the preset one. */
export async function serviceAddress(): Promise<string> {
  return (await onDisk("serviceAddress").read()) ?? (await presetAddress());
}

/** The API as a window of the extension calls it: all goes through the background, which alone has the session. */
export function connectTo(service: string, locale: Locale): Client {
  return createClient({ service, locale, fetch: throughBackground });
}

const throughBackground: typeof fetch = async (input, init = {}) => {
  const { pathname, search } = new URL(input instanceof Request ? input.url : input);
  const { body, headers, method = "GET", signal } = init;
  signal?.throwIfAborted();
  const answer = await askBackground("callService", {
    path: pathname + search,
    method,
    headers: Object.fromEntries(new Headers(headers)),
    ...(typeof body === "string" ? { body } : {}),
  });
  signal?.throwIfAborted();
  if (answer === "unreachable") throw new TypeError("the service cannot be reached");
  // A Response with a status of 204 may not have a body, not even an empty one.
  return new Response(answer.body || null, {
    status: answer.status,
    headers: answer.date === undefined ? {} : { Date: answer.date },
  });
};
