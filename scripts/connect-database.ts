import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { D1Database } from "@cloudflare/workers-types";
import { getPlatformProxy, unstable_getVarsForDev, unstable_readConfig } from "wrangler";
import { repository } from "./run-tool.ts";

/** As much of wrangler.toml as is read here. */
interface WorkerConfig {
  vars: Record<string, string>;
  d1_databases: { binding: string }[];
}

/** The project's settings and bindings. */
const configPath = join(repository, "wrangler.toml");

/** What wrangler.toml says for this machine, or with `remote` for what is deployed. */
function readWorkerConfig(remote: boolean): WorkerConfig {
  return unstable_readConfig({ config: configPath, env: remote ? "production" : "" });
}

/**
 * A secret setting: of the environment, where no other process reads it, or else as `wrangler dev` has it, of .dev.vars or
 * wrangler.toml. With `remote` of the environment alone: Cloudflare does not give secrets back.
 */
export function settingAtHand(name: string, remote: boolean): unknown {
  if (process.env[name] !== undefined || remote) return process.env[name];
  const { vars } = readWorkerConfig(false);
  return unstable_getVarsForDev(configPath, undefined, vars, undefined, true)[name]?.value;
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
