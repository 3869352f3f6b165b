import type { Plugin } from "vite";
import { type Locale, locales } from "../../shared/contract/locale.ts";
import { startText as english } from "../../shared/locales/en/start-text.ts";
import { startText as spanish } from "../../shared/locales/es/start-text.ts";

const textsIn: Record<Locale, typeof english> = { en: english, es: spanish };

const paragraphs = (texts: typeof english, lang: string) =>
  `<p lang="${lang}" class="script-only">${texts.slow}</p><noscript><p lang="${lang}">${texts.noScript}</p></noscript>`;

/** What stands in each page's HTML until its script has drawn the page, and stays where that can't run. */
export const startText: Plugin = {
  name: "start-text",
  transformIndexHtml(html) {
    const inEach = locales.map((locale) => paragraphs(textsIn[locale], locale)).join("");
    const text = `<main class="start-text"><h1>Latchkey</h1>${inEach}</main>`;
    return html.replace("<body></body>", () => `<body>${text}</body>`);
  },
};
