import { existsSync } from "node:fs";
import { extname, join } from "node:path";
import type { BrowserContext } from "playwright-core";
import { build } from "vite";
import { repository } from "../../../scripts/run-tool.ts";
import type { Answers } from "./service.ts";

const types: Record<string, string> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".json": "application/json",
};

/** Where the pages stand, in a browser that was given them; as localhost it has what a safe page has. */
export const origin = "http://pages.localhost";

/** Builds the hosted pages in memory, as they are built for a deployment. */
export async function buildPages(): Promise<Map<string, string | Uint8Array>> {
  const built = await build({
    configFile: join(repository, "worker/pages/vite.config.ts"),
    logLevel: "error",
    build: { write: false, minify: false },
  });
  const files = new Map<string, string | Uint8Array>();
  for (const { output } of [built].flat() as { output: { fileName: string; code?: string; source?: string }[] }[]) {
    for (const { fileName, code, source } of output) files.set(`/${fileName}`, code ?? source ?? "");
  }
  return files;
}

/** Answers for the pages and for the service behind them, from memory: no server, no port. */
export async function servePages(
  context: BrowserContext,
  files: Map<string, string | Uint8Array>,
  answers: Answers,
): Promise<void> {
  await context.route(`${origin}/**`, async (route) => {
    const { pathname } = new URL(route.request().url());
    const answer = answers[`${route.request().method()} ${pathname}`];
    if (answer) {
      await route.fulfill({ status: answer.status ?? 200, json: answer.json ?? {} });
      return;
    }
    const path = pathname === "/" ? "/index.html" : extname(pathname) ? pathname : `${pathname}.html`;
    const asset = join(repository, "worker/pages/public", path);
    const body = files.get(path);
    if (body === undefined && existsSync(asset)) await route.fulfill({ path: asset });
    else if (body === undefined) await route.fulfill({ status: 404, json: { code: "not_found" } });
    else await route.fulfill({ body: Buffer.from(body), contentType: types[extname(path)] ?? "text/plain" });
  });
}
