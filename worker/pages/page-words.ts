import type { Locale } from "../../shared/contract/account.ts";
import { pages as english } from "../../shared/locales/en/pages.ts";
import { pages as spanish } from "../../shared/locales/es/pages.ts";
import { pickLocale } from "../../shared/locales/locale.ts";
import { addEveryLanguage } from "../../shared/panel/every-language.ts";
import { readStored, store } from "../../shared/ui/browser-storage.ts";
import { askedLocales } from "./asked-locale.ts";

const wordsIn: Record<Locale, typeof english> = { en: english, es: spanish };

const storageName = "latchkey-language";

const inAddress = "lang";

/** The language of the pages: the one chosen here, else the best of the browser's. */
export const pageLocale: Locale = pickLocale([
  new URL(location.href).searchParams.get(inAddress) ?? "",
  readStored("browser", storageName) ?? "",
  ...askedLocales(new URL(location.href)),
  ...navigator.languages,
]);

/** The words of the pages in that language. */
export const words = wordsIn[pageLocale];

addEveryLanguage();

/** Shows every page in another language from now on. */
export function chooseLanguage(locale: Locale): void {
  const isKept = store("browser", storageName, locale);
  const here = new URL(location.href);
  // Where nothing can be kept, the address says it.
  if (isKept) here.searchParams.delete(inAddress);
  else here.searchParams.set(inAddress, locale);
  history.replaceState(history.state, "", here);
  location.reload();
}
