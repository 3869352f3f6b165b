/** Who posted it: the page itself, or the extension's script in it. */
export type Poster = "page" | "extension";

/** A message of a line between a page and the script in it, which is one of many that a page may post to itself. */
interface Posted {
  latchkey: Poster;
  /** Which line it belongs to. */
  line: string;
  /** Undefined where the line ends. */
  message?: unknown;
}

/** Posts within this very page; nobody of another origin receives it. */
export function post(posted: Posted): void {
  window.postMessage(posted, location.origin);
}

/** Reads what the other side of a line posted; null for every other message, also of frames and of other origins. */
export function readPosted(event: MessageEvent, poster: Poster): Posted | null {
  if (event.source !== window || event.origin !== location.origin) return null;
  const { latchkey, line, message } = (event.data ?? {}) as Record<string, unknown>;
  return latchkey === poster && typeof line === "string" && line.length <= 64
    ? { latchkey: poster, line, message }
    : null;
}
