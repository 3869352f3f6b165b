import type { Locale } from "../../../shared/contract/account.ts";
import { elements as english } from "../../../shared/locales/en/elements.ts";
import { elements as spanish } from "../../../shared/locales/es/elements.ts";
import { pickLocale } from "../../../shared/locales/locale.ts";
import { useLocale } from "../../../shared/panel/words.tsx";

const wordsIn: Record<Locale, typeof english> = { en: english, es: spanish };

/** The words of the elements in the language around. */
export function useElementWords(): typeof english {
  return wordsIn[useLocale()];
}

/** The language of an element: of its own `lang` or the nearest around it, else the document's, else the browser's. */
export function localeOf(element: Element): Locale {
  const around = element.closest("[lang]")?.getAttribute("lang");
  return pickLocale([around || document.documentElement.lang, ...navigator.languages]);
}
