import type { Locale } from "../../shared/contract/locale.ts";
import { pickLocale } from "../../shared/locales/locale.ts";
import { readOptions } from "../options/kept.ts";

/** The language of the extension: the one that was chosen, or the best of the browser's. */
export const locale: Locale = chosenLocale();

function chosenLocale(): Locale {
  const { language } = readOptions();
  return language === "system" ? pickLocale(navigator.languages) : language;
}

/** Returns the words of `all` that are in the language of the extension. */
export function inLocale<Words>(all: Record<Locale, Words>): Words {
  return all[locale];
}
