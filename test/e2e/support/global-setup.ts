import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { freePort, migrateLocalDatabase, startLocalWorker } from "../../../scripts/local-worker.ts";
import { repository } from "../../../scripts/run-tool.ts";
import { copyExtensionFor } from "./built-extension.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the worker of this run answers. */
    serviceAddress: string;
    /** The folder of the built extension, preset to this run's worker. */
    extensionFolder: string;
    /** The port of another site's pages: as localhost and as 127.0.0.1 they are on the worker's list. */
    shopPort: number;
  }
}

/** Runs the real worker once for all journeys, on a port and over a database of its own. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  for (const built of [".output/pages", ".output/chrome-mv3/manifest.json"]) {
    if (!existsSync(join(repository, built))) throw new Error(`${built} is missing. Run \`npm run build\` first.`);
  }
  const folder = await mkdtemp(join(tmpdir(), "latchkey-"));
  const persistTo = join(folder, "state");
  await migrateLocalDatabase({ persistTo });
  const shopPort = await freePort();
  const settings = { ALLOWED_ORIGINS: `http://localhost:${shopPort} http://127.0.0.1:${shopPort}` };
  const worker = await startLocalWorker({ port: await freePort(), persistTo, settings });
  project.provide("serviceAddress", worker.address);
  project.provide("shopPort", shopPort);
  project.provide("extensionFolder", await copyExtensionFor(worker.address, join(folder, "extension")));
  return async () => {
    await worker.stop();
    await rm(folder, { recursive: true, force: true });
  };
}
