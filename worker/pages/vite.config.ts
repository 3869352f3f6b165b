import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import preact from "@preact/preset-vite";
import { adjacencyGraphs, dictionary } from "@zxcvbn-ts/language-common";
import { defineConfig, type Plugin, runnerImport } from "vite";
import packageJson from "../../package.json" with { type: "json" };
import { makeDocument } from "../../scripts/openapi/make-document.ts";
import { startText } from "./start-text.ts";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The oldest browsers that the pages are for. */
const oldestBrowsers = ["chrome120", "firefox121", "safari16.4", "ios16.4"];

const document = makeDocument(packageJson.version);

const names = [
  "index",
  "sign-in",
  "create-account",
  "profile",
  "profile/security",
  "mailbox",
  "not-me",
  "undo-email",
  "stop-reset",
  "reset",
  "unlock",
  "confirm",
  "allow",
  "sign-out",
  "unknown-site",
  "not-found",
  "problem",
  "stop-two-factor-reset",
  "accept-invitation",
  "learn/two-factor",
  "docs",
] as const;

/** Cloudflare reads the pages' headers from a file of this name, which no source file of ours may have. */
const headers: Plugin = {
  name: "pages-headers",
  generateBundle() {
    this.emitFile({ type: "asset", fileName: "_headers", source: readFileSync(here("headers.txt"), "utf8") });
  },
};

/** What the worker estimates a password's strength by. */
const guessingData: Plugin = {
  name: "guessing-data",
  generateBundle() {
    const source = JSON.stringify({ dictionary, graphs: adjacencyGraphs });
    this.emitFile({ type: "asset", fileName: "guessing-data.json", source });
  },
};

/** What the database has to be like for this build; the worker's /health compares. */
const migrations: Plugin = {
  name: "migrations",
  generateBundle() {
    const files = readdirSync(here("../migrations")).filter((name) => name.endsWith(".sql"));
    this.emitFile({ type: "asset", fileName: "migrations.json", source: JSON.stringify(files.sort()) });
  },
};

/** The description of the API, for programs and as a page for people. */
const apiDescription: Plugin = {
  name: "api-description",
  transformIndexHtml: {
    order: "pre",
    async handler(html, { path }) {
      if (path !== "/docs.html") return html;
      // By a runner, for what reads this file knows no JSX of Preact's.
      const { module } = await runnerImport<typeof import("../../scripts/reference/render-reference.tsx")>(
        here("../../scripts/reference/render-reference.tsx"),
      );
      return html.replace("<!-- reference -->", () => module.renderReference(document, packageJson.version));
    },
  },
  generateBundle() {
    this.emitFile({ type: "asset", fileName: "openapi.json", source: JSON.stringify(document) });
  },
};

export default defineConfig({
  root: here("."),
  plugins: [preact(), startText, headers, guessingData, migrations, apiDescription],
  build: {
    outDir: here("../../.output/pages"),
    emptyOutDir: true,
    // Nothing inline: the pages' policy takes scripts and styles from files alone.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // The floor of browsers (docs/browsers.md), which test/built/browsers.test.ts holds.
    target: oldestBrowsers,
    cssTarget: oldestBrowsers,
    rolldownOptions: {
      input: Object.fromEntries(names.map((name) => [name, here(`${name}.html`)])),
    },
  },
});
