import type { Locale } from "../../shared/contract/account.ts";
import type { EmailCodePurpose } from "../email-code/rules.ts";
import { composeLetter, mailWords } from "./compose.ts";
import type { Letter } from "./mail.ts";

/** The letter that carries a code, in words of what the code is for; with `link`, a page that does the same. */
export function codeLetter(purpose: EmailCodePurpose, locale: Locale, code: string, link?: string): Letter {
  const words = mailWords(locale);
  const { subject, lead, ifNotYou } = words.code[purpose];
  const button = link === undefined ? [] : [{ link, words: words.openReset }, words.linkExpiry];
  return composeLetter(locale, { subject, paragraphs: [lead, { code }, words.goodFor, ...button, ifNotYou] });
}

/** The letter with a link by which a browser can try the password although others have tried too often. */
export function unlockLetter(locale: Locale, link: string): Letter {
  const words = mailWords(locale);
  const { subject, lead, open, ifNotYou } = words.unlock;
  return composeLetter(locale, { subject, paragraphs: [lead, { link, words: open }, words.linkExpiry, ifNotYou] });
}

/** Tells the owner of an address that somebody wanted to move another account to it. */
export function addressTakenForChangeLetter(locale: Locale): Letter {
  const { subject, lead, ifNotYou } = mailWords(locale).addressTakenForChange;
  return composeLetter(locale, { subject, paragraphs: [lead, ifNotYou] });
}

/** Tells the owner of an address that somebody asked for another account with it. */
export function addressTakenLetter(locale: Locale, origin: string): Letter {
  const { subject, lead, ifNotYou } = mailWords(locale).addressTaken;
  return composeLetter(locale, { subject, paragraphs: [lead, `${origin}/sign-in`, ifNotYou] });
}

/** Invites the owner of an address to choose the password of the account that was made for it. */
export function invitationLetter(locale: Locale, link: string, until: string): Letter {
  const words = mailWords(locale).invitation;
  const paragraphs = [words.lead, { link, words: words.link }, words.goodUntil(until), words.ifNotYou];
  return composeLetter(locale, { subject: words.subject, paragraphs });
}
