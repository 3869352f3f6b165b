import type { Plugin } from "vite";

/** What each file begins with: the first codes, and the screens that take them over. A module of both is in the first. */
const starts = {
  "first-codes": /\/extension\/first-codes\/start\.ts$/,
  "first-screen": /\/extension\/popup\/start\.tsx$/,
};

interface ModuleGraph {
  getModuleInfo: (id: string) => { importers: readonly string[] } | null;
}

/**
 * Puts all that the popup needs for its first codes into one file, and what more its first screen needs into another: a browser asks for, and waits for, each file of an
 * extension on its own, and that took longer than what was in them.
 */
export const firstScreenInOneFile: Plugin = {
  name: "first-screen-in-one-file",
  apply: "build",
  outputOptions: (options) =>
    options.format !== "es"
      ? null
      : {
          ...options,
          codeSplitting: {
            groups: [
              {
                debugName: "first codes and first screen",
                name: (id, graph) =>
                  Object.entries(starts).find(([, start]) => isNeededBy(start, id, graph))?.[0] ?? null,
              },
            ],
          },
        },
};

/** Takes out of each page the script that wxt puts there for plugins of its own, of which there are none. */
export const withoutEmptyScript: Plugin = {
  name: "without-empty-script",
  apply: "build",
  enforce: "post",
  transformIndexHtml: {
    order: "pre",
    handler: (html) => html.replace(/<script\b[^>]*src="virtual:wxt-html-plugins"[^>]*><\/script>/, ""),
  },
};

/** Whether `start` imports the module, or what it imports does; what is only imported later does not count. */
function isNeededBy(start: RegExp, id: string, graph: ModuleGraph): boolean {
  const seen = new Set<string>();
  const toSee = [id];
  for (let at = toSee.pop(); at !== undefined; at = toSee.pop()) {
    if (start.test(at)) return true;
    if (seen.has(at)) continue;
    seen.add(at);
    toSee.push(...(graph.getModuleInfo(at)?.importers ?? []));
  }
  return false;
}
