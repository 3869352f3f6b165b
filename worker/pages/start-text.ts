import type { Plugin } from "vite";
import { startText as english } from "../../shared/locales/en/start-text.ts";
import { startText as spanish } from "../../shared/locales/es/start-text.ts";

const paragraphs = (texts: typeof english, lang: string) =>
  `<p lang="${lang}" class="script-only">${texts.slow}</p><noscript><p lang="${lang}">${texts.noScript}</p></noscript>`;

/** What stands in each page's HTML until its script has drawn the page, and stays where that can't run. */
export const startText: Plugin = {
  name: "start-text",
  transformIndexHtml(html) {
    const text = `<main class="start-text"><h1>Latchkey</h1>${paragraphs(english, "en")}${paragraphs(spanish, "es")}</main>`;
    return html.replace("<body></body>", () => `<body>${text}</body>`);
  },
};
