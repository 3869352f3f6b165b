import type { Locale } from "../../shared/contract/account.ts";
import { extension as english } from "../../shared/locales/en/extension.ts";
import { extension as spanish } from "../../shared/locales/es/extension.ts";
import { pickLocale } from "../../shared/locales/locale.ts";

/** The language of the extension: the best of the browser's. */
export const locale: Locale = pickLocale(navigator.languages);

/** The words of the extension in that language. */
export const words = locale === "es" ? spanish : english;
