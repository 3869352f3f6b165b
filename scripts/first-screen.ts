import type { Plugin } from "vite";

/** The module that puts the popup into its document. */
const start = /\/extension\/popup\/start\.tsx$/;

interface ModuleGraph {
  getModuleInfo: (id: string) => { importers: readonly string[] } | null;
}

/**
 * Puts all that the popup needs for its first screen into one file: a browser asks for, and waits for, each file of an
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
                debugName: "first screen",
                name: (id, graph) => (isOfFirstScreen(id, graph) ? "first-screen" : null),
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
function isOfFirstScreen(id: string, graph: ModuleGraph): boolean {
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
