import { html, raw } from "hono/html";
import type { LetterButton, LetterItem, LetterParts, LetterSetting } from "./letter-parts.ts";

/**
 * The HTML of a letter: one column of 480 px, in colors of its own for light and dark. Tables and styles inside the
 * elements, since that is what mail programs read; a program that knows no dark styles shows it light.
 */
export function letterPage({ locale, origin }: LetterSetting, parts: LetterParts): string {
  const { subject, heading, lead, items = [], code, button, expiry, facts, ifNotYou, wayOut, reason } = parts;
  return String(html`<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">
<title>${subject}</title><style>${raw(styles)}</style></head>
<body class="ground" style="margin:0;padding:0;background:#f6f7f5;color:#17201b">
<table role="presentation" class="ground" width="100%" cellpadding="0" cellspacing="0" style="background:#f6f7f5"><tr><td align="center" class="outside" style="padding:32px 24px;${raw(font)}">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:480px;table-layout:fixed;border-collapse:separate"><tr><td class="card" style="padding:32px;background:#ffffff;border:1px solid #d9ddd7;border-radius:12px;text-align:start;overflow-wrap:anywhere;word-break:break-word;${raw(font)}">
${logo(origin)}
<h1 class="ink" style="margin:18px 0 0;font-size:20px;line-height:1.3;font-weight:600;letter-spacing:-.01em;color:#17201b">${heading}</h1>
${lead === undefined ? "" : paragraph(lead)}
${items.map(itemBox)}
${code === undefined ? "" : codeBox(code)}
${button === undefined ? "" : buttonLink(button, "primary")}
${expiry === undefined ? "" : paragraph(expiry)}
${facts.length === 0 ? "" : factList(facts)}
${ifNotYou === undefined ? "" : paragraph(ifNotYou)}
${wayOut === undefined ? "" : buttonLink(wayOut, "secondary")}
</td></tr><tr><td class="soft" style="padding:20px 8px 0;text-align:center;font-size:13px;color:#4b574f">${reason.map((line) => html`<div>${line}</div>`)}</td></tr></table>
</td></tr></table></body></html>`);
}

const font =
  "font-family:system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',sans-serif;font-size:15px;line-height:1.55";

/** What cannot stand inside an element: the dark colors and the narrow screen. */
const styles = `:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (max-width:480px){.outside{padding:16px 12px!important}.card{padding:24px 20px!important}}
@media (prefers-color-scheme:dark){.ground{background:#101512!important;color:#eaf0ec!important}
.card{background:#171d19!important;border-color:#2d3731!important}.ink,.card p,.card td{color:#eaf0ec!important}
.soft,.card td.soft,.card p.note{color:#a9b5ad!important}.line{border-color:#2d3731!important}
.card td.code{background:#17342a!important;color:#86dcbb!important}
.card td.primary{background:#5cc9a0!important;border-color:#5cc9a0!important}.primary a{color:#06281c!important}
.card td.secondary{background:#1e2621!important;border-color:#78857c!important}.secondary a{color:#eaf0ec!important}}`;

function logo(origin: string) {
  return html`<table role="presentation" cellpadding="0" cellspacing="0"><tr><td style="padding:0 10px 0 0;line-height:0"><img src="${origin}/mail-logo.png" width="28" height="28" alt="" style="display:block;border:0"></td><td class="ink" style="font-size:16px;font-weight:600;color:#17201b">Latchkey</td></tr></table>`;
}

function paragraph(sentence: string) {
  return html`<p style="margin:18px 0 0;color:#17201b">${sentence}</p>`;
}

function itemBox({ title, sentence, note }: LetterItem) {
  return html`<div class="line" style="margin:18px 0 0;padding:12px 0 0;border-top:1px solid #d9ddd7"><p style="margin:0;font-weight:600;color:#17201b">${title}</p><p style="margin:2px 0 0;color:#17201b">${sentence}</p><p class="note" style="margin:4px 0 0;font-size:13px;color:#4b574f">${note}</p></div>`;
}

function codeBox(code: string) {
  return html`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="margin:18px 0 0;border-collapse:separate"><tr><td class="code" dir="ltr" align="center" style="padding:20px 8px;background:#e3f1eb;border-radius:10px;color:#08513c;font-size:36px;line-height:1;font-weight:600;letter-spacing:.08em;font-variant-numeric:tabular-nums">${code}</td></tr></table>`;
}

function factList(facts: LetterParts["facts"]) {
  const rows = facts.map(
    ([name, value]) =>
      html`<tr><td class="soft" width="1" style="padding:2px 16px 2px 0;white-space:nowrap;vertical-align:top;color:#4b574f">${name}</td><td style="padding:2px 0;vertical-align:top;color:#17201b">${value}</td></tr>`,
  );
  return html`<div class="line" style="margin:18px 0 0;padding:12px 0;border-top:1px solid #d9ddd7;border-bottom:1px solid #d9ddd7"><table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="font-size:14px">${rows}</table></div>`;
}

function buttonLink({ label, href }: LetterButton, kind: "primary" | "secondary") {
  const colors = kind === "primary" ? ["#0b6b4f", "#0b6b4f", "#ffffff"] : ["#ffffff", "#868e84", "#17201b"];
  const [ground, line, ink] = colors;
  return html`<table role="presentation" cellpadding="0" cellspacing="0" style="margin:18px 0 0;border-collapse:separate"><tr><td class="${kind}" style="background:${ground};border:1px solid ${line};border-radius:8px"><a href="${href}" style="display:inline-block;padding:9px 16px;font-size:15px;line-height:20px;font-weight:600;color:${ink};text-decoration:none">${label}</a></td></tr></table>`;
}
