import { lineName } from "../../../shared/handed-key/messages.ts";
import { post, readPosted } from "../../../shared/handed-key/posted.ts";

/** A line to the extension: what is said on it, and its end. */
export interface Line {
  say: (message: unknown) => void;
  end: () => void;
}

/** Hears what the extension says on a line; null once it has ended there. */
export type Hear = (message: unknown) => void;

interface ChromePort {
  postMessage: (message: unknown) => void;
  disconnect: () => void;
  onMessage: { addListener: (hear: Hear) => void };
  onDisconnect: { addListener: (ended: () => void) => void };
}

/** What Chrome gives to a page that an extension lets speak to it, and to no other. */
interface ChromeRuntime {
  connect?: (extensionId: string, options: { name: string }) => ChromePort;
  lastError?: unknown;
}

/** A line to the extension with an id, as Chrome has it; null where the browser or the extension has none for this page. */
export function chromeLine(extensionId: string, hear: Hear): Line | null {
  const { runtime } = (globalThis as { chrome?: { runtime?: ChromeRuntime } }).chrome ?? {};
  if (!runtime?.connect || !/^[a-p]{32}$/.test(extensionId)) return null;
  const port = runtime.connect(extensionId, { name: lineName });
  port.onMessage.addListener(hear);
  port.onDisconnect.addListener(() => {
    // Read, so that the browser does not report that nobody has: such as that there is no such extension here.
    void runtime.lastError;
    hear(null);
  });
  return { say: (message) => port.postMessage(message), end: () => port.disconnect() };
}

/** A line to the script that the extension has in this page where the person let it; without one nobody answers. */
export function postedLine(hear: Hear): Line {
  const line = crypto.randomUUID();
  const listen = (event: MessageEvent) => {
    const posted = readPosted(event, "extension");
    if (posted?.line === line) hear(posted.message ?? null);
  };
  window.addEventListener("message", listen);
  return {
    say: (message) => post({ latchkey: "page", line, message }),
    end() {
      window.removeEventListener("message", listen);
      post({ latchkey: "page", line });
    },
  };
}
