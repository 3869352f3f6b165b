import type { Locale } from "../contract/locale.ts";
import { methods as english } from "./en/methods.ts";
import { methods as spanish } from "./es/methods.ts";

/** Names of second factors where the person gave none, in each language. */
export const methodsIn: Record<Locale, typeof english> = { en: english, es: spanish };
