import { fileURLToPath } from "node:url";
import { styleText } from "node:util";
import { build } from "vite";
import { type LocalWorker, migrateLocalDatabase, portIsTaken, startLocalWorker } from "./local-worker.ts";
import { type RunningTool, repository, startTool } from "./run-tool.ts";

const port = Number(process.env.PORT ?? 8787);
const address = `http://localhost:${port}`;

let worker: LocalWorker | undefined;
let extension: RunningTool | undefined;

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, async () => {
    await Promise.all([worker?.stop(), extension?.stop()]);
    process.exit(0);
  });
}

try {
  if (await portIsTaken(port)) throw new Error(`Port ${port} is taken. Choose another: PORT=${port + 1} npm run dev`);
  // One after the other: the first build empties the folder that both write to.
  await watchPages("pages");
  await watchPages("pages/elements");
  await migrateLocalDatabase({});
  extension = startTool("wxt", ["--browser", "chrome"], { environment: { LATCHKEY_SERVICE: address }, verbose: true });
  worker = await startLocalWorker({ port, inspectorPort: 9229, verbose: true });
} catch (error) {
  console.error(`\n${styleText("red", "Latchkey did not start.")} ${error instanceof Error ? error.message : error}`);
  process.exit(1);
}
console.log(`
  ${styleText("bold", "Service")}    ${styleText("cyan", address)}  rebuilds the worker and its pages at each change
  ${styleText("bold", "Extension")}  .output/chrome-mv3-dev  load it unpacked once; it reloads itself
  ${styleText("bold", "Stop")}       Ctrl-C
`);

/** Builds a part of the hosted pages now and at each change of its files. Resolves after the first build. */
async function watchPages(part: string): Promise<void> {
  const configFile = fileURLToPath(new URL(`../worker/${part}/vite.config.ts`, import.meta.url));
  const watcher = await build({ configFile, logLevel: "warn", build: { watch: {}, sourcemap: true } });
  if (!("on" in watcher)) throw new Error(`${configFile} was built and is not watched.`);
  await new Promise<void>((resolve) => {
    watcher.on("event", (event) => {
      if (event.code === "ERROR") console.error(event.error.message);
      if (event.code !== "END") return;
      console.log(styleText("dim", `Built worker/${part} in ${repository}.output/pages`));
      resolve();
    });
  });
}
