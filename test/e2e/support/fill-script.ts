import type { Page } from "playwright-core";
import { build } from "vite";

/** What the extension's script in a page would do there: where a code of `digits` digits goes, and whether it lands. */
export interface InPage {
  /** The fields that are chosen, by name or id, or why the person has to point. */
  choose: (digits?: number) => Promise<string[] | string>;
  /** Fills a code where it is chosen; answers what is then typed, field by field, and whether it has landed. */
  fill: (code: string) => Promise<{ typed: string[]; landed: boolean }>;
}

const entry = new URL("./fill-in-page.ts", import.meta.url).pathname;
let script: Promise<string> | undefined;

/** The extension's own script in a page, in a world apart from the page's, as the browser has it for extensions. */
export async function inPage(page: Page): Promise<InPage> {
  script ??= bundled();
  const session = await page.context().newCDPSession(page);
  const { frameTree } = await session.send("Page.getFrameTree");
  const { executionContextId: contextId } = await session.send("Page.createIsolatedWorld", {
    frameId: frameTree.frame.id,
    worldName: "fill",
  });
  const run = async (expression: string) => {
    const { result, exceptionDetails } = await session.send("Runtime.evaluate", {
      expression,
      contextId,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  };
  await run(await script);
  return {
    choose: (digits = 6) => run(`fillInPage.choose(${digits})`) as Promise<string[] | string>,
    fill: (code) => run(`fillInPage.fill(${JSON.stringify(code)})`) as ReturnType<InPage["fill"]>,
  };
}

async function bundled(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: "silent",
    build: { write: false, lib: { entry, formats: ["iife"], name: "fillInPage" } },
  });
  const [output] = Array.isArray(built) ? built : [built];
  if (!output || !("output" in output)) throw new Error("nothing was built");
  // In a world of its own a `var` of an evaluated script is a global.
  return output.output[0].code;
}
