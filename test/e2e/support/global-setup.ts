import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { connectDatabase } from "../../../scripts/connect-database.ts";
import { openFront } from "../../../scripts/front.ts";
import { migrateLocalDatabase, startLocalWorker } from "../../../scripts/local-worker.ts";
import { repository } from "../../../scripts/run-tool.ts";
import { operatorScopes } from "../../../shared/contract/operator.ts";
import { systemRandom } from "../../../worker/crypto/random.ts";
import { createOperatorKey } from "../../../worker/operator/key.ts";
import { exampleSecret } from "../../example-site/oidc.ts";
import { startSite } from "../../example-site/start.ts";
import { copyExtensionFor } from "./built-extension.ts";
import { startShopServer } from "./shop-server.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the worker of this run answers. */
    serviceAddress: string;
    /** An operator's key of this run's worker, good for everything. */
    operatorKey: string;
    /** Where the database of this run is kept. */
    databaseFolder: string;
    /** The folder of the built extension, preset to this run's worker. */
    extensionFolder: string;
    /** The port of the shop's server: as localhost and as 127.0.0.1 its pages are on the worker's list. */
    shopPort: number;
    /** Where test/example-site answers; as 127.0.0.1 it is another site. */
    siteAddress: string;
  }
}

/** Runs the real worker once for all journeys, on a port and over a database of its own. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  for (const built of [".output/pages", ".output/chrome-mv3/manifest.json", ".output/latchkey-client"]) {
    if (!existsSync(join(repository, built))) throw new Error(`${built} is missing. Run \`npm run build\` first.`);
  }
  const folder = await mkdtemp(join(tmpdir(), "latchkey-"));
  const persistTo = join(folder, "state");
  await migrateLocalDatabase({ persistTo });
  project.provide("databaseFolder", persistTo);
  project.provide("operatorKey", await makeOperatorKey(persistTo));
  // Each listens before the worker starts, whose settings name them.
  const front = await openFront();
  const shop = await startShopServer();
  const site = await startSite({ port: 0, service: front.address });
  const settings = settingsFor({ shopPort: shop.port, sitePort: Number(new URL(site.address).port) });
  const worker = await startLocalWorker({ front, persistTo, settings });
  project.provide("serviceAddress", worker.address);
  project.provide("shopPort", shop.port);
  project.provide("siteAddress", site.address);
  project.provide("extensionFolder", await copyExtensionFor(worker.address, join(folder, "extension")));
  return async () => {
    await Promise.all([worker.stop(), site.stop(), shop.stop()]);
    await rm(folder, { recursive: true, force: true });
  };
}

async function makeOperatorKey(persistTo: string): Promise<string> {
  const { db, dispose } = await connectDatabase({ remote: false, persistTo });
  const wish = { name: "Example Ltd support", scopes: operatorScopes, days: 1 };
  const { key } = await createOperatorKey(db, wish, { now: Date.now(), random: systemRandom });
  await dispose();
  return key;
}

/** What the worker has to know of other sites, by the ports that they have in this run. */
function settingsFor({ shopPort, sitePort }: Record<"shopPort" | "sitePort", number>): Record<string, string> {
  const originsOf = (port: number) => [`http://localhost:${port}`, `http://127.0.0.1:${port}`];
  const secretHash = createHash("sha256").update(exampleSecret).digest("base64url");
  const redirectUris = [`http://localhost:${sitePort}/redirect/callback`];
  return {
    ALLOWED_ORIGINS: [...originsOf(shopPort), ...originsOf(sitePort)].join(" "),
    TOKEN_AUDIENCES: `little-harbour=${originsOf(sitePort)}`,
    OIDC_CLIENTS: JSON.stringify([
      { id: "example-site", name: "Little Harbour Savings", redirectUris, secretHash },
      // Any port of it is good.
      { id: "stock-site", name: "Example site", redirectUris: ["http://127.0.0.1/callback"], secretHash },
    ]),
  };
}
