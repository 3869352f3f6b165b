import { runTool } from "./run-tool.ts";

/** Builds the hosted pages into .output/pages, which the worker serves. */
export function buildPages(verbose = false): Promise<void> {
  return runTool("vite", ["build", "--config", "worker/pages/vite.config.ts"], { verbose });
}

/** Builds the extension into .output/chrome-mv3; `service` is the address that it has preset. */
export function buildExtension(service: string, verbose = false): Promise<void> {
  return runTool("wxt", ["build"], { environment: { LATCHKEY_SERVICE: service }, verbose });
}

if (import.meta.main) await Promise.all([buildPages(), buildExtension("http://localhost:8787")]);
