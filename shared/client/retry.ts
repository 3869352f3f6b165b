/** Tries after the first one. */
const mostRetries = 2;

/** Who is told to wait for longer than this is answered instead: a person is looking at the page. */
const patienceMilliseconds = 5000;

/** Waits; rejects with the signal's reason when it is aborted before the time is over. */
export type Pause = (milliseconds: number, signal?: AbortSignal | null) => Promise<void>;

/**
 * Sends a GET again, twice at most, when no answer came or the service was not there for a moment (503), after as long
 * as `Retry-After` says. Changes are repeated by `sendOnce`, which has a key for each.
 */
export function withRetries(send: typeof fetch, pause: Pause = pauseFor): typeof fetch {
  return async (input, init) => {
    if ((init?.method ?? "GET").toUpperCase() !== "GET") return send(input, init);
    for (let retries = 0; ; retries++) {
      const response = await send(input, init).catch((error: unknown) => {
        if (init?.signal?.aborted || retries === mostRetries) throw error;
      });
      const wait = response ? retryAfterMilliseconds(response) : 0;
      const isFinal = response && (response.status !== 503 || retries === mostRetries || wait > patienceMilliseconds);
      if (isFinal) return response;
      await pause(Math.max(wait, 300 * 3 ** retries), init?.signal);
    }
  };
}

/** RFC 9110 10.2.3: seconds, or a date. */
function retryAfterMilliseconds({ headers }: Response): number {
  const text = headers.get("Retry-After") ?? "";
  return Number(text) * 1000 || Date.parse(text) - Date.now() || 0;
}

const pauseFor: Pause = (milliseconds, signal) =>
  new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", stop);
      resolve();
    }, milliseconds);
    if (signal?.aborted) stop();
    else signal?.addEventListener("abort", stop, { once: true });
  });
