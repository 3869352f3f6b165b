import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { repository } from "../../scripts/run-tool.ts";

/** Of all files together, as they lie in the package: nothing there is compressed. */
const mostKibibytes = 58;
/** Its document's own, and the one that draws the first codes: each more is waited for on its own. */
const mostScripts = 2;

/** Every script that a page waits for before its first code: those of its document, and all that they import. */
function scriptsBeforeFirstCode(folder: string, html: string): Map<string, Buffer> {
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
  for (const [, path] of html.matchAll(/<script[^>]*\ssrc="\/([^"]+)"/g)) take(path ?? "");
  return found;
}

/** Its style sheets, which it waits for too. */
function stylesOf(folder: string, html: string): Map<string, Buffer> {
  const paths = [...html.matchAll(/<link rel="stylesheet"[^>]*\shref="\/([^"]+)"/g)].map(([, path]) => path ?? "");
  return new Map(paths.map((path) => [path, readFileSync(join(folder, path))]));
}

it.each(
  ["chrome-mv3", "firefox-mv3"].flatMap((build) =>
    ["popup.html", "sidepanel.html"].map((page) => [page, build] as const),
  ),
)(`%s of %s reads at most ${mostKibibytes} KiB before the first code`, (page, build) => {
  const folder = join(repository, ".output", build);
  const html = readFileSync(join(folder, page), "utf8");
  const scripts = scriptsBeforeFirstCode(folder, html);
  expect(scripts.size).toBeGreaterThan(0);
  expect(scripts.size, [...scripts.keys()].join(" ")).toBeLessThanOrEqual(mostScripts);
  const styles = stylesOf(folder, html);
  expect(styles.size).toBeGreaterThan(0);
  const sizes = [
    [page, html.length] as const,
    ...[...scripts, ...styles].map(([path, file]) => [path, file.length] as const),
  ];
  const kibibytes = sizes.reduce((sum, [, size]) => sum + size, 0) / 1024;
  expect(kibibytes, JSON.stringify(sizes)).toBeLessThanOrEqual(mostKibibytes);
});
