import { createClient } from "../../shared/contract/client.ts";
import { pageLocale } from "./page-words.ts";

/** The API behind these pages; the session is a cookie that no script sees. */
export const client = createClient({ service: location.origin, locale: pageLocale });
