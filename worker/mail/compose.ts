import type { Locale } from "../../shared/contract/account.ts";
import { mail as english } from "../../shared/locales/en/mail.ts";
import { mail as spanish } from "../../shared/locales/es/mail.ts";
import { letterPage } from "./letter-page.ts";
import type { LetterButton, LetterParts, LetterSetting } from "./letter-parts.ts";
import type { Letter } from "./mail.ts";

/** Writes the same letter in text and in HTML. */
export function composeLetter(setting: LetterSetting, parts: LetterParts): Letter {
  return { subject: parts.subject, text: asText(parts), html: letterPage(setting, parts) };
}

/** The words of mails in a language. */
export function mailWords(locale: Locale): typeof english {
  return words[locale];
}

const words: Record<Locale, typeof english> = { en: english, es: spanish };

function asText({
  heading,
  lead,
  items = [],
  code,
  button,
  expiry,
  facts,
  ifNotYou,
  wayOut,
  reason,
}: LetterParts): string {
  const parts = [
    heading,
    lead,
    ...items.map(({ title, sentence, note }) => `${title}\n${sentence}\n${note}`),
    // Alone on its line, so that people and programs find it.
    code,
    button && linkInText(button),
    expiry,
    facts.map(([name, value]) => `${name}: ${value}`).join("\n"),
    ifNotYou,
    wayOut && linkInText(wayOut),
    ["-- ", ...reason].join("\n"),
  ];
  return parts.filter((part) => part !== undefined && part !== "").join("\n\n");
}

function linkInText({ label, href }: LetterButton): string {
  return `${label}:\n${href}`;
}
