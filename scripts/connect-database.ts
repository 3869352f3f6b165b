import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { D1Database } from "@cloudflare/workers-types";
import { getPlatformProxy, unstable_readConfig } from "wrangler";
import { repository } from "./run-tool.ts";

/** As much of wrangler.toml as is read here. */
interface WorkerConfig {
  vars: Record<string, string>;
  d1_databases: { binding: string }[];
}

/** The project's settings and bindings. */
export const configPath = join(repository, "wrangler.toml");

/** What wrangler.toml says for this machine, or with `remote` for what is deployed. */
export function readWorkerConfig(remote: boolean): WorkerConfig {
  return unstable_readConfig({ config: configPath, env: remote ? "production" : "" });
}

/**
 * The database alone, of this machine or with `remote` through Cloudflare with the login of `wrangler`: nothing else of
 * the worker is reached. `persistTo` is where the local one is kept, if not where `npm start` keeps it.
 */
export async function connectDatabase({ remote, persistTo }: { remote: boolean; persistTo?: string | undefined }) {
  const database = readWorkerConfig(remote).d1_databases.find(({ binding }) => binding === "DB");
  if (!database) throw new Error("wrangler.toml has no D1 database DB.");
  const folder = await mkdtemp(join(tmpdir(), "latchkey-command-"));
  const path = join(folder, "wrangler.json");
  const bindings = [{ ...database, remote }];
  await writeFile(
    path,
    JSON.stringify({ name: "latchkey-command", compatibility_date: "2026-10-01", d1_databases: bindings }),
  );
  const kept = join(persistTo ?? join(repository, ".wrangler/state"), "v3");
  const proxy = await getPlatformProxy<{ DB: D1Database }>({
    configPath: path,
    persist: { path: kept },
    remoteBindings: remote,
  });
  await rm(folder, { recursive: true });
  return { db: proxy.env.DB.withSession("first-primary"), dispose: () => proxy.dispose() };
}
