import { runTool } from "./run-tool.ts";

/** Builds the hosted pages, and the elements for other sites' pages, into .output/pages, which the worker serves. */
export async function buildPages(verbose = false): Promise<void> {
  for (const part of ["pages", "pages/elements"]) {
    await runTool("vite", ["build", "--config", `worker/${part}/vite.config.ts`], { verbose });
  }
}

/** Builds the extension into .output/chrome-mv3 or .output/firefox-mv3; `service` is the address that it has preset. */
export function buildExtension(
  service: string,
  verbose = false,
  browser: "chrome" | "firefox" = "chrome",
): Promise<void> {
  return runTool("wxt", ["build", "--browser", browser], { environment: { LATCHKEY_SERVICE: service }, verbose });
}

/** Builds the npm package `latchkey-client` into .output/latchkey-client. */
export function buildClient(verbose = false): Promise<void> {
  return runTool("node", ["scripts/build-client.ts"], { verbose });
}

async function buildExtensions(service: string): Promise<void> {
  // One after the other, for both write what they know of the entry points into one folder.
  await buildExtension(service);
  await buildExtension(service, false, "firefox");
}

if (import.meta.main) await Promise.all([buildPages(), buildClient(), buildExtensions("http://localhost:8787")]);
