import type { Locale } from "../../shared/contract/account.ts";
import { pages as english } from "../../shared/locales/en/pages.ts";
import { pages as spanish } from "../../shared/locales/es/pages.ts";
import { pickLocale } from "../../shared/locales/locale.ts";

const storageKey = "latchkey-language";

/** The language of the pages: the one chosen here, else the best of the browser's. */
export const pageLocale: Locale = pickLocale([localStorage.getItem(storageKey) ?? "", ...navigator.languages]);

/** The words of the pages in that language. */
export const words = pageLocale === "es" ? spanish : english;

/** Shows every page in another language from now on. */
export function chooseLanguage(locale: Locale): void {
  localStorage.setItem(storageKey, locale);
  location.reload();
}
