import { fetchByBearer, fetchByCookie } from "./carry-session.ts";
import { createPageSession } from "./create-page-session.ts";
import { createKeptToken } from "./kept-token.ts";
import type { PageSession } from "./page-session.ts";
import { whyNoAnswer } from "./why-no-answer.ts";

/** How a session is carried: by the browser's cookie, or by a token that the page keeps until it, or its tab, closes. */
export type Carriage = "cookie" | "bearer" | "bearer-in-tab";

const sessions = new Map<string, PageSession>();

/** The page's session at a service: one and the same for all elements that carry it alike. */
export function sessionOfPage(service: string, carriage: Carriage): PageSession {
  const key = `${carriage} ${service}`;
  const known = sessions.get(key);
  if (known) return known;
  const made = createPageSession({
    key,
    service,
    whyNoAnswer: () => whyNoAnswer(service),
    ...carriedBy(carriage, service),
  });
  sessions.set(key, made);
  if (carriage === "cookie") askOnReturn(made);
  return made;
}

/** Asks whose session it is whenever somebody comes back to the page: another tab may have signed another person in. */
function askOnReturn({ state, who }: PageSession): void {
  const ask = () => {
    // What cannot be asked now, the next call says.
    if (state.value.is === "there") who().catch(() => {});
  };
  addEventListener("focus", ask);
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted) ask();
  });
}

function carriedBy(carriage: Carriage, service: string) {
  if (carriage === "cookie") {
    const mayBeBlocked = service !== location.origin;
    return { canRemember: true, mayBeBlocked, fetch: fetchByCookie, token: () => null, forget: () => {} };
  }
  const token = createKeptToken(`latchkey ${service}`, carriage === "bearer-in-tab");
  return {
    canRemember: false,
    mayBeBlocked: false,
    fetch: fetchByBearer(token),
    token: token.read,
    forget() {
      const kept = token.read();
      if (kept !== null) token.forget(kept);
    },
  };
}
