import { type Locale, locales } from "../contract/locale.ts";

/** The best language that there is words in, from a list such as `navigator.languages`; else English. */
export function pickLocale(preferred: readonly string[]): Locale {
  const wanted = preferred.map((tag) => tag.split("-")[0]?.toLowerCase());
  return wanted.flatMap((language) => locales.filter((locale) => locale === language))[0] ?? "en";
}
