import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import preact from "@preact/preset-vite";
import { adjacencyGraphs, dictionary } from "@zxcvbn-ts/language-common";
import { defineConfig, type Plugin } from "vite";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

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
  "confirm",
  "sign-out",
  "unknown-site",
  "stop-two-factor-reset",
  "accept-invitation",
  "learn/two-factor",
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

export default defineConfig({
  root: here("."),
  plugins: [preact(), headers, guessingData],
  build: {
    outDir: here("../../.output/pages"),
    emptyOutDir: true,
    // Nothing inline: the pages' policy takes scripts and styles from files alone.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // What the tokens need (light-dark), so that nothing is put in its place.
    cssTarget: ["chrome126", "firefox128", "safari18"],
    rolldownOptions: {
      input: Object.fromEntries(names.map((name) => [name, here(`${name}.html`)])),
    },
  },
});
