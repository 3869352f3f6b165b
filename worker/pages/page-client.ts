import { createClient } from "../../shared/contract/client.ts";
import { keepServiceClock } from "../../shared/contract/server-clock.ts";
import type { ShownAccount } from "../../shared/contract/shown-account.ts";
import { readStored, store } from "../../shared/ui/browser-storage.ts";
import { pageLocale } from "./page-words.ts";

const clockName = "latchkey-clock";

// What was left half done is judged before the first answer.
keepServiceClock({
  read: () => Number(readStored("tab", clockName)),
  keep: (aheadMs) => store("tab", clockName, String(aheadMs)),
});

/** Whose account the page shows. */
export const shown: ShownAccount = { id: null };

/** The API behind these pages; the session is a cookie that no script sees. */
export const client = createClient({ service: location.origin, locale: pageLocale, shown });
