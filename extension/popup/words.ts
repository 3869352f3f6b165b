import type { Locale } from "../../shared/contract/locale.ts";
import { extension as english } from "../../shared/locales/en/extension.ts";
import { extension as spanish } from "../../shared/locales/es/extension.ts";
import { pickLocale } from "../../shared/locales/locale.ts";
import { options } from "../options/state.ts";

/** The language of the extension: the one that was chosen, or the best of the browser's. */
export const locale: Locale = chosenLocale();

/** The words of the extension in that language. */
export const words = locale === "es" ? spanish : english;

function chosenLocale(): Locale {
  const { language } = options.peek();
  return language === "system" ? pickLocale(navigator.languages) : language;
}
