import { execFile } from "node:child_process";
import { globSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { readD1Migrations } from "@cloudflare/vitest-plugin";
import { convertV4MiniflareOptions, Miniflare } from "miniflare";
import { unstable_readConfig } from "wrangler";
import { freePort } from "../../../scripts/local-worker.ts";
import { repository, runTool } from "../../../scripts/run-tool.ts";

export const sides = ["latchkey", "peer"] as const;

/** The one that is measured, and what it is measured against. */
export type Side = (typeof sides)[number];

/** Both in one workerd, each over a database of its own, empty where nothing was kept. */
export interface Servers {
  address: Record<Side, string>;
  /** The database of a side, to fill it or to look into it. */
  database: (of: Side) => ReturnType<Miniflare["getD1Database"]>;
  stop: () => Promise<void>;
}

const config = { latchkey: "test/bench/servers/latchkey.toml", peer: "test/bench/peer/wrangler.toml" };

/** The folder that a side's bundle is built into. */
export const bundleOf = (side: Side): string => join(repository, ".output/bench", side);

/** Installs the peer's packages by their own lock file, and bundles both workers as a deployment does. */
export async function buildServers(): Promise<void> {
  const peer = join(repository, "test/bench/peer");
  await promisify(execFile)("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], { cwd: peer });
  for (const side of sides) {
    await runTool("wrangler", [
      "deploy",
      "--dry-run",
      "--minify",
      "--config",
      config[side],
      "--outdir",
      bundleOf(side),
    ]);
  }
}

/** Starts both; `persistTo` is a folder that keeps their databases beyond the run. */
export async function startServers(persistTo?: string): Promise<Servers> {
  const port = { latchkey: await freePort(), peer: await freePort() };
  const address = { latchkey: `http://localhost:${port.latchkey}`, peer: `http://localhost:${port.peer}` };
  const settings = unstable_readConfig({ config: join(repository, "wrangler.toml") }).vars as Record<string, string>;
  const options = convertV4MiniflareOptions({
    ...(persistTo === undefined ? {} : { d1Persist: persistTo }),
    workers: [
      // Each side is asked at a port of its own.
      { name: "nobody", modules: true, script: "export default { fetch: () => new Response(null, { status: 404 }) }" },
      {
        ...workerOf("latchkey", port.latchkey),
        bindings: { ...settings, ORIGIN: address.latchkey },
        assets: {
          directory: join(repository, ".output/pages"),
          binding: "ASSETS",
          routerConfig: { has_user_worker: true, invoke_user_worker_ahead_of_assets: true },
        },
      },
      {
        ...workerOf("peer", port.peer),
        bindings: { ORIGIN: address.peer, PEER_SECRET: "a secret of thirty-two characters" },
      },
    ],
  });
  const miniflare = new Miniflare(options);
  await miniflare.ready;
  const database: Servers["database"] = (of) => miniflare.getD1Database("DB", of);
  await migrateLatchkey(await database("latchkey"));
  await fetch(`${address.peer}/bench/migrate`, { method: "POST" });
  return { address, database, stop: () => miniflare.dispose() };
}

function workerOf(side: Side, port: number) {
  const inBundle = (type: "ESModule" | "CompiledWasm", end: string) =>
    globSync(`*${end}`, { cwd: bundleOf(side) }).map((name) => ({ type, path: join(bundleOf(side), name) }));
  return {
    name: side,
    modulesRoot: bundleOf(side),
    modules: [...inBundle("ESModule", ".js"), ...inBundle("CompiledWasm", ".wasm")],
    compatibilityDate: "2026-10-01",
    compatibilityFlags: ["nodejs_compat"],
    d1Databases: { DB: side },
    kvNamespaces: { MAILBOX: `${side}-mailbox` },
    unsafeDirectSockets: [{ host: "localhost", port }],
  };
}

async function migrateLatchkey(database: Awaited<ReturnType<Servers["database"]>>): Promise<void> {
  const there = await database.prepare("SELECT name FROM sqlite_master WHERE name = 'accounts'").first();
  if (there) return;
  for (const { queries } of await readD1Migrations(join(repository, "worker/migrations"))) {
    for (const query of queries) await database.prepare(query).run();
  }
}
