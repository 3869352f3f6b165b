import type { Locale } from "../../shared/contract/account.ts";
import { composeLetter, mailWords } from "../mail/compose.ts";
import { factsOfCaller } from "../mail/facts.ts";
import type { LetterButton } from "../mail/letter-parts.ts";
import { type LetterWorld, settingOf } from "../mail/letter-world.ts";
import type { Letter } from "../mail/mail.ts";
import { codeLifetimeMinutes, type EmailCodePurpose } from "./rules.ts";

/** A letter that carries a code. */
export interface CodeToWrite {
  purpose: EmailCodePurpose;
  locale: Locale;
  code: string;
  /** A page that does the same as the code. */
  button?: LetterButton;
  /** Where a reader who did not ask secures their account. */
  notMeLink?: string;
  /** In place of how long the code alone lives. */
  expiry?: string;
}

/** The letter that carries a code, in words of what the code is for. */
export function codeLetter(
  world: LetterWorld,
  { purpose, locale, code, button, notMeLink, expiry }: CodeToWrite,
): Letter {
  const words = mailWords(locale);
  return composeLetter(settingOf(world, locale), {
    ...words.code[purpose],
    code,
    button,
    expiry: expiry ?? words.expiry(codeLifetimeMinutes),
    facts: factsOfCaller(locale, world),
    wayOut: notMeLink === undefined ? undefined : { label: words.secureAccount, href: notMeLink },
    reason: [words.code[purpose].reason, words.neverAsked],
  });
}
