import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import preact from "@preact/preset-vite";
import { build, defineConfig, type Plugin, type UserConfig } from "vite";
import { locales } from "../../../shared/contract/locale.ts";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const pages = here("../../../.output/pages");

/** Of each style sheet that a component imports, a call that takes its text into the elements' own sheet. */
const sheets: Plugin = {
  name: "element-sheets",
  enforce: "pre",
  async resolveId(source, importer) {
    if (!source.endsWith(".css")) return null;
    const resolved = await this.resolve(source, importer, { skipSelf: true });
    return resolved && `\0sheet:${resolved.id}.js`;
  },
  load(id) {
    if (!id.startsWith("\0sheet:")) return null;
    const path = id.slice("\0sheet:".length, -".js".length);
    return [
      `import text from ${JSON.stringify(`${path}?inline`)};`,
      `import { addStyle } from ${JSON.stringify(here("sheet.ts"))};`,
      "addStyle(text);",
    ].join("\n");
  },
};

/** The value of `integrity` for a script as it was built. */
const integrityOf = (name: string) =>
  `sha384-${createHash("sha384")
    .update(readFileSync(join(pages, name)))
    .digest("base64")}`;

/** What a page puts into `integrity`, for the script as it was built. */
const integrity: Plugin = {
  name: "element-integrity",
  writeBundle() {
    const text = `${JSON.stringify({ integrity: integrityOf("elements.js") })}\n`;
    writeFileSync(join(pages, "elements.integrity.json"), text);
  },
};

/** The languages beside English are built first, as scripts of their own, so that this one can hold them to their hashes. */
const languages = locales.filter((locale) => locale !== "en");

async function buildLanguage(locale: string): Promise<void> {
  await build({
    configFile: false,
    publicDir: false,
    logLevel: "warn",
    build: {
      outDir: pages,
      emptyOutDir: false,
      lib: {
        entry: here(`../../../shared/locales/${locale}/panel-words.ts`),
        formats: ["es"],
        fileName: () => `elements.${locale}.js`,
      },
    },
  });
}

export default defineConfig(async (): Promise<UserConfig> => {
  for (const locale of languages) await buildLanguage(locale);
  const hashes = Object.fromEntries(languages.map((locale) => [locale, integrityOf(`elements.${locale}.js`)]));
  return {
    define: { LANGUAGE_INTEGRITY: JSON.stringify(hashes) },
    root: here("."),
    publicDir: false,
    plugins: [sheets, preact(), integrity],
    build: {
      outDir: pages,
      // Beside the hosted pages, which are built before.
      emptyOutDir: false,
      modulePreload: { polyfill: false },
      // What the tokens need (light-dark, colours made of others), so that nothing is put in its place.
      cssTarget: ["chrome126", "firefox128", "safari18"],
      rolldownOptions: {
        input: here("elements.ts"),
        output: { entryFileNames: "elements.js", codeSplitting: false },
      },
    },
  };
});
