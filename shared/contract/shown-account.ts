/** Whose account a page shows, and what to do when somebody else turns out to be signed in. */
export interface ShownAccount {
  /** Null until it is known. */
  id: string | null;
  /** Called where a call was refused because the session is another person's by now. */
  onOther?: () => void;
}

/** What of an answer says whose it is. */
interface Told {
  id?: string;
  account?: { id: string };
  session?: { id: string };
  code?: string;
}

/**
 * Sends with every request which account the page shows, so that none acts on another one whose cookie has taken the
 * place of it since (promise S4c). Only the question who is signed in goes without. A sign-in, that question and the
 * account itself say whose it is from then on.
 */
export function namingAccount(send: typeof fetch, shown: ShownAccount): typeof fetch {
  return async (input, init = {}) => {
    const { pathname } = new URL(input instanceof Request ? input.url : input);
    const method = (init.method ?? "GET").toUpperCase();
    const asksWho = method === "GET" && pathname === "/v1/session";
    const headers = { ...(init.headers as Record<string, string>) };
    if (shown.id !== null && !asksWho) headers["Latchkey-Account"] = shown.id;
    const response = await send(input, { ...init, headers });
    const told = await toldBy(response);
    if (told.code === "other_account") shown.onOther?.();
    if (!response.ok) return response;
    // Asking who is signed in does not change what the page shows.
    if (told.account && told.session && (shown.id === null || !asksWho)) shown.id = told.account.id;
    else if (told.id && method === "GET" && pathname === "/v1/account") shown.id = told.id;
    else if (method === "DELETE" && ["/v1/session", "/v1/account"].includes(pathname)) shown.id = null;
    return response;
  };
}

async function toldBy(response: Response): Promise<Told> {
  const told: unknown = await response
    .clone()
    .json()
    .catch(() => null);
  return typeof told === "object" && told !== null ? told : {};
}
