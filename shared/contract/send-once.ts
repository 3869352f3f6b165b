/** After how many milliseconds a call ends without an answer, all its tries together. */
const callPatience = 30_000;

/** After how many milliseconds a request is sent again on another connection. */
const tryPatience = 12_000;

/** Pauses before the second and the third try, in milliseconds. */
const pauses = [300, 900];

/** For how long the service answers a request again, in milliseconds (promise S15). */
const keptMilliseconds = 10 * 60_000;

/** A change of which nobody knows whether it was made. */
interface Unheard {
  request: string;
  key: string;
  at: number;
}

/**
 * Sends each change with a key of its own and, where its answer is lost, sends it again with that key: the service carries
 * it out once and answers alike (promise S15). A change that is asked for again after no answer came at all has the key
 * that it had. A call without an answer rejects after 30 seconds; answers are read whole, since they can be lost midway.
 */
export function sendOnce(send: typeof fetch): typeof fetch {
  let unheard: Unheard | null = null;

  return async (input, init = {}) => {
    const isChange = !["GET", "HEAD"].includes((init.method ?? "GET").toUpperCase());
    if (!isChange) return tryOnce(send, input, init, callPatience);
    const request = JSON.stringify([init.method, String(input), init.body ?? null]);
    const isAgain = unheard?.request === request && Date.now() - unheard.at < keptMilliseconds;
    const key = isAgain && unheard ? unheard.key : newKey();
    unheard = { request, key, at: isAgain && unheard ? unheard.at : Date.now() };
    const headers = { ...(init.headers as Record<string, string>), "Idempotency-Key": key };
    const response = await tryAgain(send, input, { ...init, headers });
    if (unheard?.key === key) unheard = null;
    return response;
  };
}

/** 128 random bits; `randomUUID` is missing where a page came by http. */
function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Sends it up to three times; rejects as the last try did. */
async function tryAgain(send: typeof fetch, input: RequestInfo | URL, init: RequestInit): Promise<Response> {
  const end = Date.now() + callPatience;
  for (let tries = 0; ; tries++) {
    const pause = pauses[tries];
    const isLast = pause === undefined;
    const left = end - Date.now();
    try {
      const response = await tryOnce(send, input, init, isLast ? left : Math.min(left, tryPatience));
      if (isLast || !(await isStillWorking(response))) return response;
    } catch (error) {
      if (isLast || init.signal?.aborted || end - Date.now() <= pause) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, pause));
    init.signal?.throwIfAborted();
  }
}

async function isStillWorking(response: Response): Promise<boolean> {
  return response.status === 503 && (await response.clone().text()).includes('"still_working"');
}

/** One try, with its whole answer; rejects after so many milliseconds, or as soon as the caller aborts. */
async function tryOnce(
  send: typeof fetch,
  input: RequestInfo | URL,
  init: RequestInit,
  milliseconds: number,
): Promise<Response> {
  const { signal } = init;
  signal?.throwIfAborted();
  const ending = new AbortController();
  const ended = new Promise<never>((_, reject) => {
    ending.signal.addEventListener("abort", () => reject(ending.signal.reason));
  });
  const abort = () => ending.abort(signal?.reason);
  signal?.addEventListener("abort", abort, { once: true });
  const timer = setTimeout(() => ending.abort(new TypeError("no answer came in time")), milliseconds);
  try {
    return await Promise.race([whole(send(input, { ...init, signal: ending.signal })), ended]);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", abort);
  }
}

/** The same answer, once all of it is there. */
async function whole(answering: Promise<Response>): Promise<Response> {
  const response = await answering;
  const text = await response.text();
  return new Response(text === "" ? null : text, { status: response.status, headers: response.headers });
}
