import type { Locale } from "../../shared/contract/account.ts";
import type { SecurityNewsKind } from "../../shared/locales/en/security-mail.ts";
import { securityMail as english } from "../../shared/locales/en/security-mail.ts";
import { securityMail as spanish } from "../../shared/locales/es/security-mail.ts";
import { composeLetter } from "./compose.ts";
import { factsOfAdministrator, factsOfCaller } from "./facts.ts";
import type { LetterWorld } from "./letter-world.ts";
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
  world: LetterWorld,
): Letter {
  const words = securityWords(locale);
  const { subject } = words.news[kind];
  return composeLetter(
    { locale, origin: world.settings.origin },
    {
      subject,
      heading: subject,
      lead: sentenceOf(locale, { kind, about }),
      facts:
        operator === undefined
          ? factsOfCaller(locale, world)
          : factsOfAdministrator(locale, onOneLine(operator), world.now),
      ...(wayOut && {
        ifNotYou: words[wayOut.kind].lead,
        wayOut: { label: words[wayOut.kind].words, href: wayOut.link },
      }),
      reason: [words.reason],
    },
  );
}

/** What a letter says that happened. */
export function sentenceOf(locale: Locale, { kind, about = "" }: SecurityNews): string {
  const { lead } = securityWords(locale).news[kind];
  return typeof lead === "string" ? lead : lead(onOneLine(about));
}

/** The words of mails on security events in a language. */
export function securityWords(locale: Locale): typeof english {
  return words[locale];
}

const words: Record<Locale, typeof english> = { en: english, es: spanish };

/** Names are people's own: none may look like a line of ours. */
function onOneLine(name: string): string {
  return name.replace(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, " ").trim();
}
