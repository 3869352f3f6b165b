import { extname, join } from "node:path";
import preact from "@preact/preset-vite";
import type { BrowserContext } from "playwright-core";
import { build } from "vite";
import { repository } from "../../scripts/run-tool.ts";

const folder = join(repository, "test/gallery");
const types: Record<string, string> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".wasm": "application/wasm",
  ".png": "image/png",
};

/** Where the gallery answers, in a browser that was given it; as localhost it has what a safe page has. */
export const gallery = "http://gallery.localhost";

/** Builds the gallery in memory: the extension's own screens, over browser interfaces that are only a stand-in. */
export async function buildGallery(): Promise<Map<string, string | Uint8Array>> {
  // A worker of its own, which the screens know by its address.
  const keyFile = await build({
    configFile: false,
    logLevel: "error",
    publicDir: false,
    build: {
      write: false,
      lib: { entry: join(folder, "key-file.ts"), formats: ["iife"], name: "keyFile", fileName: () => "key-file.js" },
    },
  });
  const built = await build({
    configFile: false,
    logLevel: "error",
    root: folder,
    publicDir: join(repository, "extension/public"),
    plugins: [preact()],
    resolve: { alias: { "wxt/browser": join(folder, "browser.ts") } },
    define: {
      "import.meta.env.FIREFOX": "false",
      "import.meta.env.LATCHKEY_SERVICE": JSON.stringify("https://security.example.com"),
    },
    worker: { format: "es" },
    build: { write: false, minify: false, target: "esnext", cssTarget: ["chrome126"] },
  });
  const files = new Map<string, string | Uint8Array>();
  for (const { output } of [built, keyFile].flat() as {
    output: { fileName: string; code?: string; source?: string }[];
  }[]) {
    for (const { fileName, code, source } of output) files.set(`/${fileName}`, code ?? source ?? "");
  }
  return files;
}

/** Answers for the gallery in a browser, from memory: no server, no port. */
export async function serveGallery(context: BrowserContext, files: Map<string, string | Uint8Array>): Promise<void> {
  await context.route(`${gallery}/**`, async (route) => {
    const path = new URL(route.request().url()).pathname;
    // The side panel is known by its address.
    const body = files.get(path === "/sidepanel.html" ? "/index.html" : path);
    if (body === undefined) await route.fulfill({ status: 404 });
    else await route.fulfill({ body: Buffer.from(body), contentType: types[extname(path)] ?? "text/plain" });
  });
}
