/** The languages that there are words in. Apart from the schemas, which nothing that only shows words needs. */
export const locales = ["en", "es"] as const;
export type Locale = (typeof locales)[number];
