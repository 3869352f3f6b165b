import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import preact from "@preact/preset-vite";
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
    build: {
      write: false,
      minify: false,
      target: "esnext",
      cssTarget: ["chrome126"],
      // One script has all, so that a screen stands as soon as it is drawn.
      rolldownOptions: { output: { codeSplitting: false } },
    },
  });
  const files = new Map<string, string | Uint8Array>();
  for (const { output } of [built, keyFile].flat() as {
    output: { fileName: string; code?: string; source?: string }[];
  }[]) {
    for (const { fileName, code, source } of output) files.set(`/${fileName}`, code ?? source ?? "");
  }
  return files;
}

/** The gallery, served. */
export interface Gallery {
  /** Its origin; as localhost it has what a safe page has. */
  address: string;
  close: () => Promise<void>;
}

/** Serves the gallery on a port of this machine that is free; what was read once, the browser keeps. */
export async function serveGallery(files: Map<string, string | Uint8Array>): Promise<Gallery> {
  const server = createServer(({ url = "/" }, answer) => {
    const { pathname } = new URL(url, "http://localhost");
    const path = pathname === "/" ? "/index.html" : pathname;
    const body = files.get(path);
    const type = types[extname(path)] ?? "text/plain";
    answer.writeHead(body === undefined ? 404 : 200, { "content-type": type, "cache-control": "max-age=3600" });
    answer.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://localhost:${port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
