/** Where tokens are kept: a `Storage` of the browser has this form, and so may anything of the site's own. */
export interface TokenStorage {
  getItem(key: string): string | null | Promise<string | null>;
  setItem(key: string, value: string): unknown;
  removeItem(key: string): unknown;
}

/** How a client keeps the session of the person who is signed in. */
export interface SessionOptions {
  /**
   * `cookie`, the default: the browser keeps it, and no script ever sees it. For pages of the same site as the service,
   * such as `shop.example.com` and `security.example.com`.
   * `bearer`: a token that the client keeps and sends itself. For pages of another site, where cookies do not go along.
   */
  session?: "cookie" | "bearer";
  /** For `bearer`: where the token is kept. In memory where nothing is named, so that it is gone when the page is. */
  storage?: TokenStorage;
  /** For `bearer`: a token to begin with, as a server has it from a page of its own site. */
  token?: string;
  /** Called once each time a session turns out to have ended by itself: expired, or ended from elsewhere. */
  onSessionEnd?: () => void;
}

/** What of an answer's JSON matters here. */
interface Tokens {
  code?: string;
  session?: { token?: string };
  device?: { token?: string };
}

/** What is answered to those alone who are signed in. */
const needsSession = /^\/v1\/(session|account|step-up|token)(\/|$)/;

/** Sends requests with the session, keeps the one that an answer begins or renews, and notices when it has ended. */
export function withSession(send: typeof fetch, service: string, options: SessionOptions): typeof fetch {
  const { session, token: firstToken, storage = inMemory(), onSessionEnd } = options;
  const isBearer = session === "bearer";
  // The first is where the elements keep theirs with `keep="tab"`, so that a page may use both.
  const keys = { session: `latchkey ${service}`, device: `latchkey-device ${service}` };
  const begun = firstToken ? storage.setItem(keys.session, firstToken) : undefined;
  let isSignedIn = false;
  let renewal: Promise<unknown> = Promise.resolve();

  const carry = async (init: RequestInit): Promise<RequestInit> => {
    if (!isBearer) return { ...init, credentials: "include" };
    await begun;
    const headers = new Headers(init.headers);
    const [token, device] = [await storage.getItem(keys.session), await storage.getItem(keys.device)];
    headers.set("Latchkey-Session", "bearer");
    if (token) headers.set("Authorization", `Bearer ${token}`);
    if (device) headers.set("Latchkey-Device", device);
    return { ...init, headers, credentials: "omit" };
  };

  /** Whether the session that a request was sent with is still the one that is kept. */
  const isCurrent = async ({ headers }: RequestInit) => {
    if (!isBearer) return isSignedIn;
    const token = await storage.getItem(keys.session);
    return token !== null && new Headers(headers).get("Authorization") === `Bearer ${token}`;
  };

  const note = async (path: string, sent: RequestInit, response: Response) => {
    const answer: Tokens = await response
      .clone()
      .json()
      .catch(() => ({}));
    if (isBearer && answer.session?.token) await storage.setItem(keys.session, answer.session.token);
    if (isBearer && answer.device?.token) await storage.setItem(keys.device, answer.device.token);
    const isSignOut = response.ok && sent.method === "DELETE" && path === "/v1/session";
    if (isSignOut || answer.code === "not_signed_in") {
      const hasEnded = await isCurrent(sent);
      if (hasEnded) await storage.removeItem(keys.session);
      isSignedIn = false;
      if (hasEnded && !isSignOut) onSessionEnd?.();
    } else if (response.ok && (answer.session || needsSession.test(path))) isSignedIn = true;
  };

  return (input, init = {}) => {
    const path = new URL(input instanceof Request ? input.url : input).pathname;
    // A step-up renews the token: what is sent while it is under way would be sent with the one that ends.
    const sending = renewal.then(async () => {
      const sent = await carry(init);
      const response = await send(input, sent);
      await note(path, sent, response);
      return response;
    });
    if (path === "/v1/step-up") renewal = sending.catch(() => {});
    return sending;
  };
}

/** Keeps tokens for as long as the page is open. */
function inMemory(): TokenStorage {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => kept.set(key, value),
    removeItem: (key) => kept.delete(key),
  };
}
