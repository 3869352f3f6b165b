import preact from "@preact/preset-vite";
import { defineConfig } from "wxt";
import { firstScreenInOneFile, withoutEmptyScript } from "./scripts/first-screen.ts";

const service = new URL(process.env.LATCHKEY_SERVICE ?? "http://localhost:8787").origin;

/** Whether zips for the stores are made: in a folder of their own, and without the key, since stores sign by their own. */
const forStores = process.env.LATCHKEY_FOR_STORES === "1";

/** The public half of a key pair, so that the extension's id is the same everywhere: nhdlkiopbgkdmfadkmjegnfiooamoccj. */
const key =
  "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA4LxQWw067RVfPGDE8mQBu7jnG7N1EI0i5qNRkSwK9cnlATuwMmyJthiqAv9AxDurLCJkaJ+uBNT5QQeFCsutAggqLHMMrxxaY/NYGyfjInr6CML6A55y44TJZh6zelmO12aMbqwZGrhsp+lroi2EtXl2KAh2hruLIf8S1DPdvddajVcht7lwuYX3puaceIxad6Xe9NJGuHnWR/6TBnHTXdVU6dwKTR3OP30ieDejEPnV0vq7yRui2lSB7Gkq8qWCCWhVLufoZlPN/4jPiVqazPKxc/c7leIFNmcu8sNdXd9F6dbQlTDZK9glJ4nWgB4+lkXfgBlVqS984YV5o1JVUQIDAQAB";

/** Stricter than the default of Manifest V3; only `wxt` itself, while it serves, needs inline styles and its socket. */
function contentSecurityPolicy(isServing: boolean): string {
  return [
    "default-src 'none'",
    // WebAssembly is for Argon2id (docs/decisions/030-argon2id-in-webassembly.md); a text never becomes code.
    "script-src 'self' 'wasm-unsafe-eval'",
    "object-src 'none'",
    `style-src 'self'${isServing ? " 'unsafe-inline'" : ""}`,
    "img-src 'self' data:",
    // Any address may become the service's; the host permission decides which is reached.
    `connect-src 'self' https: http://localhost:*${isServing ? " ws://localhost:*" : ""}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}

export default defineConfig({
  srcDir: "extension",
  outDir: forStores ? ".output/release" : ".output",
  publicDir: "extension/public",
  imports: false,
  manifestVersion: 3,
  manifest: ({ browser, command }) => ({
    name: "Latchkey",
    description: "Sign-in codes that work offline, and the security of your account.",
    // Each with its reason in docs/permissions.md; test/built/permissions.test.ts holds the built manifest to that list.
    permissions: [
      "storage",
      "unlimitedStorage",
      "activeTab",
      "scripting",
      "alarms",
      "idle",
      "contextMenus",
      ...(browser === "firefox" ? [] : ["offscreen", "sidePanel"]),
    ],
    optional_permissions: ["clipboardRead", "clipboardWrite"],
    // Asked for one host at a time: in Firefox when the person connects to it, in Chrome with the first passkey.
    optional_host_permissions: ["https://*/*", "http://localhost/*"],
    commands: {
      _execute_action: { suggested_key: { default: "Alt+Shift+L" } },
      fill: { suggested_key: { default: "Alt+Shift+F" }, description: "Fill the sign-in code into the page" },
    },
    content_security_policy: { extension_pages: contentSecurityPolicy(command === "serve") },
    action: { default_title: "Latchkey" },
    ...(browser === "firefox"
      ? {
          browser_specific_settings: {
            gecko: {
              id: "extension@latchkey.example",
              strict_min_version: "128.0",
              data_collection_permissions: { required: ["authenticationInfo"] },
            },
          },
        }
      : {
          ...(forStores ? {} : { key }),
          // The service's own pages, and no other extension, may hand a key over (docs/decisions/157).
          externally_connectable: { matches: [`${service}/*`] },
          minimum_chrome_version: "126",
          storage: { managed_schema: "managed-schema.json" },
        }),
  }),
  vite: () => ({
    plugins: [preact(), firstScreenInOneFile, withoutEmptyScript],
    build: {
      // Every browser that the extension runs in preloads by itself.
      modulePreload: { polyfill: false },
      // The oldest that it is installed in, as above.
      cssTarget: ["chrome126", "firefox128"],
    },
    define: { "import.meta.env.LATCHKEY_SERVICE": JSON.stringify(service) },
  }),
});
