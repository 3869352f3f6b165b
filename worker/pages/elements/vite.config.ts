import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import preact from "@preact/preset-vite";
import { defineConfig, type Plugin } from "vite";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

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

/** What a page puts into `integrity`, for the script as it was built. */
const integrity: Plugin = {
  name: "element-integrity",
  writeBundle({ dir = "" }) {
    const hash = createHash("sha384")
      .update(readFileSync(join(dir, "elements.js")))
      .digest("base64");
    writeFileSync(join(dir, "elements.integrity.json"), `${JSON.stringify({ integrity: `sha384-${hash}` })}\n`);
  },
};

export default defineConfig({
  root: here("."),
  publicDir: false,
  plugins: [sheets, preact(), integrity],
  build: {
    outDir: here("../../../.output/pages"),
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
});
