import type { Context } from "hono";
import { accepts } from "hono/accepts";
import { type Locale, locales } from "../../shared/contract/account.ts";
import type { House } from "./house.ts";

/** The language to answer in: the best of `Accept-Language` that there is, else English. */
export function requestLocale<E extends House>(c: Context<E>): Locale {
  const language = accepts(c, {
    header: "Accept-Language",
    supports: [...locales],
    default: "en",
    match: (accepted) =>
      accepted
        .toSorted((a, b) => b.q - a.q)
        .map(({ type }) => type.slice(0, 2).toLowerCase())
        .find(isLocale) ?? "en",
  });
  return isLocale(language) ? language : "en";
}

function isLocale(text: string): text is Locale {
  return locales.some((locale) => locale === text);
}
