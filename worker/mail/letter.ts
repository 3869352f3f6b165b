import { html } from "hono/html";
import type { Locale } from "../../shared/contract/account.ts";
import { mail as english } from "../../shared/locales/en/mail.ts";
import { mail as spanish } from "../../shared/locales/es/mail.ts";
import type { EmailCodePurpose } from "../email-code/rules.ts";

/** What a mail says: the same in text and in HTML. */
export interface Letter {
  subject: string;
  text: string;
  html: string;
}

/** When so few recovery codes are left, their owner is told so (promise C3). */
const fewRecoveryCodes = 2;

/** The letter that carries a code, in words of what the code is for. */
export function codeLetter(purpose: EmailCodePurpose, locale: Locale, code: string): Letter {
  const words = wordsOf(locale);
  const { subject, lead, ifNotYou } = words.code[purpose];
  return letter(locale, { subject, paragraphs: [lead, { code }, words.goodFor, ifNotYou] });
}

/** Tells the owner of an address that somebody asked for another account with it. */
export function addressTakenLetter(locale: Locale, origin: string): Letter {
  const { subject, lead, ifNotYou } = wordsOf(locale).addressTaken;
  return letter(locale, { subject, paragraphs: [lead, `${origin}/sign-in`, ifNotYou] });
}

/** Tells the owner that a recovery code was used, and warns when few are `left`. */
export function recoveryCodeUsedLetter(locale: Locale, left: number, origin: string): Letter {
  const { subject, lead, fewLeft, ifNotYou } = wordsOf(locale).recoveryCodeUsed;
  const warning = left <= fewRecoveryCodes ? [fewLeft] : [];
  return letter(locale, { subject, paragraphs: [lead(left), ...warning, ifNotYou, `${origin}/profile/security`] });
}

function wordsOf(locale: Locale) {
  return locale === "es" ? spanish : english;
}

function letter(
  locale: Locale,
  { subject, paragraphs }: { subject: string; paragraphs: (string | { code: string })[] },
): Letter {
  const { signature } = wordsOf(locale);
  const text = [...paragraphs.map((part) => (typeof part === "string" ? part : part.code)), `-- \n${signature}`];
  const blocks = paragraphs.map((part) =>
    typeof part === "string"
      ? html`<p style="margin:0 0 16px">${part}</p>`
      : html`<p style="margin:0 0 16px;font:600 28px ui-monospace,Menlo,monospace;letter-spacing:4px">${part.code}</p>`,
  );
  const page = html`<!doctype html><html lang="${locale}"><meta charset="utf-8"><title>${subject}</title>
<body style="margin:0;padding:24px;font:16px/1.5 system-ui,sans-serif;max-width:520px">${blocks}
<p style="margin:24px 0 0;color:dimgray;font-size:13px">${signature}</p></body></html>`;
  return { subject, text: text.join("\n\n"), html: String(page) };
}
