import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { repository } from "../../scripts/run-tool.ts";

const mostKibibytes = 60;
/** Its document's own, and the one with the first screen: each more is waited for on its own. */
const mostScripts = 2;

/** Every script that the popup waits for before its first code: those of its document, and all that they import. */
function scriptsBeforeFirstCode(folder: string): Map<string, Buffer> {
  const found = new Map<string, Buffer>();
  const take = (path: string) => {
    if (found.has(path)) return;
    const script = readFileSync(join(folder, path));
    found.set(path, script);
    // `import(...)` is for later and is left out.
    for (const [, imported] of script.toString().matchAll(/(?:\bfrom|\bimport)\s*["'](\.[^"']+\.js)["']/g)) {
      take(join(dirname(path), imported ?? ""));
    }
  };
  const html = readFileSync(join(folder, "popup.html"), "utf8");
  for (const [, path] of html.matchAll(/<script[^>]*\ssrc="\/([^"]+)"/g)) take(path ?? "");
  return found;
}

it.each(["chrome-mv3", "firefox-mv3"])(
  "the popup of %s has at most 60 KiB of script before the first code",
  (build) => {
    const scripts = scriptsBeforeFirstCode(join(repository, ".output", build));
    expect(scripts.size).toBeGreaterThan(0);
    expect(scripts.size, [...scripts.keys()].join(" ")).toBeLessThanOrEqual(mostScripts);
    const sizes = [...scripts].map(([path, script]) => [path, gzipSync(script).length] as const);
    const kibibytes = sizes.reduce((sum, [, size]) => sum + size, 0) / 1024;
    expect(kibibytes, JSON.stringify(sizes)).toBeLessThanOrEqual(mostKibibytes);
  },
);
