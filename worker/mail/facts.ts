import type { Locale } from "../../shared/contract/account.ts";
import { browserName } from "../http/browser-name.ts";
import type { Caller } from "../http/caller.ts";
import { mailWords } from "./compose.ts";
import type { LetterParts } from "./letter-parts.ts";

/** Who asked for something, and when in milliseconds since 1970. A `World` is one. */
export interface Asked {
  now: number;
  caller: Caller;
}

/** What a letter says of who asked: the browser, where it is as far as the platform knows, and the time. */
export function factsOfCaller(locale: Locale, { now, caller }: Asked): LetterParts["facts"] {
  const words = mailWords(locale);
  const place = placeInWords(caller.place, locale);
  return [
    [words.browser, browserInWords(caller.userAgent, locale)],
    ...(place === null ? [] : ([[words.location, words.near(place)]] as const)),
    [words.time, momentInWords(now, locale)],
  ];
}

/** The same where an administrator of the service did it: where they are is nobody's business. */
export function factsOfAdministrator(locale: Locale, name: string, now: number): LetterParts["facts"] {
  const words = mailWords(locale);
  return [
    [words.administrator, name],
    [words.time, momentInWords(now, locale)],
  ];
}

/** A moment in words, as `November 25, 2026 at 1:03 AM UTC`; mails know no reader's own clock. */
export function momentInWords(at: number, locale: Locale): string {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeStyle: "short", timeZone: "UTC" });
  return mailWords(locale).utc(format.format(at));
}

/** A browser by its name, as `Chrome on macOS`. */
export function browserInWords(userAgent: string, locale: Locale): string {
  const words = mailWords(locale);
  const { browser, system } = browserName(userAgent);
  if (browser && system) return words.browserOn(browser, system);
  return browser ?? system ?? words.unknownBrowser;
}

/** `Valencia, ES` with the country by its name; as it is where the platform names no country. */
export function placeInWords(place: string | null, locale: Locale): string | null {
  const country = place?.match(/(?:^|, )([A-Z]{2})$/)?.[1];
  if (!place || !country) return place;
  const name = new Intl.DisplayNames(locale, { type: "region", fallback: "code" }).of(country);
  return `${place.slice(0, -2)}${name ?? country}`;
}
