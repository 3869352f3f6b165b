/** Why a page gets no answer from the service: it is not on the service's list, or there is no way to the service. */
export type NoAnswer = "not_allowed" | "unreachable";

/** Why there is no session to show: no answer, or the browser does not keep the cookie of a service on another site. */
export type NoSession = NoAnswer | "not_kept";

/** Finds out why by asking for what every page may read: the browser itself tells a page only that something failed. */
export async function whyNoAnswer(service: string, send: typeof fetch = fetch): Promise<NoAnswer> {
  try {
    await send(`${service}/elements.js`, { method: "HEAD", credentials: "omit", cache: "no-store" });
    return "not_allowed";
  } catch {
    return "unreachable";
  }
}

/** What the console says of it, to whoever builds the page. */
export function adviceOn(why: NoSession, service: string, page: string): string {
  if (why === "not_kept") {
    return `Latchkey: this browser blocks the cookie of ${service}. Use session="bearer".`;
  }
  return why === "not_allowed"
    ? `Latchkey: ${page} may not call ${service}. Put it into the service's setting ALLOWED_ORIGINS (wrangler.toml), as "${page}", and deploy.`
    : `Latchkey: there is no way to ${service}. Is the element's attribute "service" right, does the page's Content-Security-Policy have that origin in connect-src, and is the network there?`;
}
