/** The languages that there are words in. Apart from the schemas, which nothing that only shows words needs. */
export const locales = ["en", "es"] as const;
export type Locale = (typeof locales)[number];

/** Returns the language of a row; English for one that there are no words in (any longer). */
export function localeOf(stored: string | null): Locale {
  return locales.find((locale) => locale === stored) ?? "en";
}
