import { statSync } from "node:fs";
import { join } from "node:path";
import type { Extension } from "./browser.ts";

/** What one opening of a page took until its first code was on the screen. */
export interface Opening {
  /** Milliseconds by the page's own clock. */
  ms: number;
  /** The page and all that it asked for by then, as they lie in the extension, in KiB: nothing there is compressed. */
  kibibytes: number;
  /** What its scripts and its document hold then, once what is garbage has gone, in MiB. */
  mebibytes: number;
}

/** Opens a page of the extension, and closes it again. */
export async function openPage({ context, origin, folder }: Extension, name: string): Promise<Opening> {
  const page = await context.newPage();
  await page.addInitScript(noteFirstCode);
  const inspector = await context.newCDPSession(page);
  const requests: { path: string; at: number }[] = [];
  inspector.on("Network.requestWillBeSent", ({ request: { url }, wallTime }) => {
    if (url.startsWith(origin)) requests.push({ path: new URL(url).pathname, at: wallTime * 1000 });
  });
  await inspector.send("Network.enable");
  await page.goto(`${origin}/${name}`, { waitUntil: "commit" });
  const { begun, ms } = await page.evaluate(async () => {
    const firstCodeMs = await (window as unknown as { firstCodeMs: Promise<number> }).firstCodeMs;
    return { begun: performance.timeOrigin, ms: firstCodeMs };
  });
  await inspector.send("HeapProfiler.collectGarbage");
  const heap = await inspector.send("Runtime.getHeapUsage");
  await page.close();
  const files = new Set(requests.filter(({ at }) => at <= begun + ms).map(({ path }) => path));
  const bytes = [...files].reduce((sum, path) => sum + statSync(join(folder, path)).size, 0);
  return {
    ms,
    kibibytes: bytes / 1024,
    mebibytes: (heap.usedSize + heap.embedderHeapUsedSize + heap.backingStorageSize) / 2 ** 20,
  };
}

/** Runs in the page before anything of its own. */
function noteFirstCode(): void {
  const told = window as unknown as { firstCodeMs: Promise<number> };
  told.firstCodeMs = new Promise((resolve) => {
    const look = () => {
      if (!document.querySelector(".digits")) return;
      observer.disconnect();
      // The frame that paints it, and then the end of that frame.
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now())));
    };
    const observer = new MutationObserver(look);
    observer.observe(document, { childList: true, subtree: true });
  });
}
