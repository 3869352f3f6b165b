import { html } from "hono/html";
import type { Locale } from "../../shared/contract/account.ts";
import { mail as english } from "../../shared/locales/en/mail.ts";
import { mail as spanish } from "../../shared/locales/es/mail.ts";
import type { Letter } from "./mail.ts";

/** A paragraph of a letter: a sentence, a code that stands alone, or a link with the words that stand on it. */
export type Paragraph = string | { code: string } | { link: string; words: string };

/** Writes the same letter in text and in HTML, signed; whatever is put into it is escaped. */
export function composeLetter(
  locale: Locale,
  { subject, paragraphs }: { subject: string; paragraphs: Paragraph[] },
): Letter {
  const { signature } = mailWords(locale);
  const text = [...paragraphs.map(asText), `-- \n${signature}`];
  const page = html`<!doctype html><html lang="${locale}"><meta charset="utf-8"><title>${subject}</title>
<body style="margin:0;padding:24px;font:16px/1.5 system-ui,sans-serif;max-width:520px">${paragraphs.map(asHtml)}
<p style="margin:24px 0 0;color:dimgray;font-size:13px">${signature}</p></body></html>`;
  return { subject, text: text.join("\n\n"), html: String(page) };
}

/** The words of mails in a language. */
export function mailWords(locale: Locale): typeof english {
  return locale === "es" ? spanish : english;
}

function asText(part: Paragraph): string {
  if (typeof part === "string") return part;
  return "code" in part ? part.code : `${part.words}:\n${part.link}`;
}

function asHtml(part: Paragraph) {
  if (typeof part === "string") return html`<p style="margin:0 0 16px">${part}</p>`;
  if ("link" in part) return html`<p style="margin:0 0 16px"><a href="${part.link}">${part.words}</a></p>`;
  return html`<p style="margin:0 0 16px;font:600 28px ui-monospace,Menlo,monospace;letter-spacing:4px">${part.code}</p>`;
}
