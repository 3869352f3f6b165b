import { withoutToken } from "../../../shared/contract/issued-token.ts";
import type { KeptToken } from "./kept-token.ts";

/** `fetch` for a session by cookie, which the browser sends along where the page and the service are of one site. */
export const fetchByCookie: typeof fetch = (input, init) => fetch(input, { ...init, credentials: "include" });

/**
 * `fetch` for a session by bearer. A token in an answer is kept and taken out of it; one that the service no longer
 * knows is forgotten.
 */
export function fetchByBearer(token: KeptToken, send: typeof fetch = fetch): typeof fetch {
  return async (input, init) => {
    const sent = token.read();
    const headers = new Headers(init?.headers);
    headers.set("Latchkey-Session", "bearer");
    if (sent !== null) headers.set("Authorization", `Bearer ${sent}`);
    const response = await send(input, { ...init, headers, credentials: "omit" });
    const { status } = response;
    const answer = withoutToken(await response.text());
    if (answer.token !== undefined) token.keep(answer.token);
    else if (sent !== null && status === 401 && answer.body.includes('"not_signed_in"')) token.forget(sent);
    // A Response with a status of 204 may not have a body, not even an empty one.
    const { headers: told } = response;
    return new Response(answer.body || null, { status, headers: told });
  };
}
