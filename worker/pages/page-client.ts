import { createClient } from "../../shared/contract/client.ts";
import type { ShownAccount } from "../../shared/contract/shown-account.ts";
import { pageLocale } from "./page-words.ts";

/** Whose account the page shows. */
export const shown: ShownAccount = { id: null };

/** The API behind these pages; the session is a cookie that no script sees. */
export const client = createClient({ service: location.origin, locale: pageLocale, shown });
