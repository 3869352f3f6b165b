import type { Locale } from "../../shared/contract/account.ts";
import type { SecurityNewsKind } from "../../shared/locales/en/security-mail.ts";
import { securityMail as english } from "../../shared/locales/en/security-mail.ts";
import { securityMail as spanish } from "../../shared/locales/es/security-mail.ts";
import type { Caller } from "../http/caller.ts";
import { browserName } from "../session/browser-name.ts";
import { composeLetter } from "./compose.ts";
import type { Letter } from "./mail.ts";

/** What an account's owner is told. */
export interface SecurityNews {
  kind: SecurityNewsKind;
  /** What the sentence names: a method, a masked address, a moment in words or a count. */
  about?: string;
  /** Which operator of the service did it, where one did: then it is said in place of where. */
  operator?: string;
}

/** What to do if it wasn't you, and the address to do it at. */
export interface WayOut {
  kind: "notMe" | "undoEmail" | "stopReset" | "stopTwoFactorReset";
  link: string;
}

/** The letter on a security event: what happened, when, where, and what to do if it wasn't you; null where nothing can be done. */
export function securityLetter(
  locale: Locale,
  { kind, about = "", operator }: SecurityNews,
  wayOut: WayOut | null,
  { now, caller }: { now: number; caller: Caller },
): Letter {
  const words = locale === "es" ? spanish : english;
  const { subject, lead } = words.news[kind];
  const what = typeof lead === "string" ? lead : lead(about);
  const who = operator === undefined ? words.where(whereabouts(caller, locale)) : words.by(operator);
  const facts = [words.when(momentInWords(now, locale)), who];
  const advice = wayOut && [words[wayOut.kind].lead, { link: wayOut.link, words: words[wayOut.kind].words }];
  return composeLetter(locale, { subject, paragraphs: [what, ...facts, ...(advice ?? [])] });
}

/** A moment in words, as `Wednesday, November 25, 2026 at 1:03 AM UTC`; mails know no reader's own clock. */
export function momentInWords(at: number, locale: Locale): string {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: "full", timeStyle: "short", timeZone: "UTC" });
  return (locale === "es" ? spanish : english).utc(format.format(at));
}

function whereabouts({ userAgent, place }: Caller, locale: Locale): string {
  const words = locale === "es" ? spanish : english;
  const { browser, system } = browserName(userAgent);
  const named = browser && system ? words.browserOn(browser, system) : (browser ?? system ?? words.unknownBrowser);
  return place === null ? named : `${named}, ${place}`;
}
