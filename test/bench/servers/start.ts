import { join } from "node:path";
import { readD1Migrations } from "@cloudflare/vitest-plugin";
import { convertV4MiniflareOptions, Miniflare, type V4WorkerOptions } from "miniflare";
import { unstable_readConfig } from "wrangler";
import { repository } from "../../../scripts/run-tool.ts";
import { modulesOf, type Server, type Side, sides } from "./bundle.ts";

/** A database of this machine, reached from outside of its worker. */
export type Database = Awaited<ReturnType<Miniflare["getD1Database"]>>;

/** Both in one workerd, each over a database of its own, empty where nothing was kept. */
export interface Servers {
  address: Record<Side, string>;
  /** The database of a side, to fill it or to look into it. */
  database: (of: Side) => Promise<Database>;
  stop: () => Promise<void>;
}

/** Starts both; `persistTo` is a folder that keeps their databases beyond the run. */
export async function startServers(persistTo?: string): Promise<Servers> {
  const runtime = await start([empty, workerOf("latchkey"), workerOf("peer")], persistTo);
  const address = { latchkey: await addressOf(runtime, "latchkey"), peer: await addressOf(runtime, "peer") };
  const database = (of: Side) => runtime.getD1Database("DB", of);
  for (const side of sides) await migrate(side, address[side], await database(side));
  return { address, database, stop: () => runtime.dispose() };
}

/** One of several Latchkeys, over a database of its own. */
export interface Latchkey {
  address: string;
  database: Database;
}

/** Starts a Latchkey for each name, all in one workerd; `persistTo` is a folder that keeps their databases. */
export async function startLatchkeys<Name extends string>(
  names: readonly Name[],
  persistTo: string,
): Promise<{ latchkeys: Record<Name, Latchkey>; stop: () => Promise<void> }> {
  const workers = names.map((name) => workerOf("scale", { name }));
  const runtime = await start([empty, ...workers], persistTo);
  const latchkeys = names.map(async (name) => {
    const database = await runtime.getD1Database("DB", name);
    await migrateLatchkey(database);
    return [name, { address: await addressOf(runtime, name), database }] as const;
  });
  const started = Object.fromEntries(await Promise.all(latchkeys)) as Record<Name, Latchkey>;
  return { latchkeys: started, stop: () => runtime.dispose() };
}

/** Starts one side by itself, over a database without a table, or with its tables in a folder that keeps it. */
export async function startOne(
  side: Side,
  persistTo?: string,
): Promise<{ address: string; stop: () => Promise<void> }> {
  const runtime = await start([empty, workerOf(side)], persistTo);
  const address = await addressOf(runtime, side);
  if (persistTo !== undefined) await migrate(side, address, await runtime.getD1Database("DB", side));
  return { address, stop: () => runtime.dispose() };
}

/**
 * Starts ours over a database that fails, by itself and with these settings beside those of wrangler.toml. What it logs
 * goes to `log`.
 */
export async function startLoad(
  settings: Record<string, string>,
  log: (line: string) => void,
): Promise<{ address: string; database: Database; stop: () => Promise<void> }> {
  const worker = workerOf("load", { settings });
  const handleStructuredLogs = ({ message }: { message: string }) => log(message);
  const runtime = new Miniflare(convertV4MiniflareOptions({ workers: [empty, worker], handleStructuredLogs }));
  await runtime.ready;
  const database = await runtime.getD1Database("DB", "load");
  await migrateLatchkey(database);
  return { address: await addressOf(runtime, "load"), database, stop: () => runtime.dispose() };
}

/** Starts a worker that has nothing in it: what the runtime itself takes. */
export async function startEmpty(): Promise<{ address: string; stop: () => Promise<void> }> {
  const runtime = await start([{ ...empty, unsafeDirectSockets: anyPort }]);
  return { address: await addressOf(runtime, "empty"), stop: () => runtime.dispose() };
}

async function start(workers: V4WorkerOptions[], persistTo?: string): Promise<Miniflare> {
  const place = persistTo === undefined ? {} : { resourcePersistencePath: persistTo };
  const runtime = new Miniflare(convertV4MiniflareOptions({ ...place, workers }));
  await runtime.ready;
  return runtime;
}

// The system chooses; `addressOf` asks.
const anyPort = [{ host: "localhost", port: 0 }];

// What the runtime answers by itself; each side is asked at a port of its own.
const empty = {
  name: "empty",
  modules: true,
  compatibilityDate: "2026-10-01",
  script: "export default { fetch: () => Response.json({ status: 'ok' }) }",
};

interface Naming {
  /** What the worker and its databases are called, where one server runs several times. */
  name?: string;
  settings?: Record<string, string>;
}

function workerOf(server: Server, { name = server, settings = {} }: Naming = {}): V4WorkerOptions {
  return {
    name,
    ...modulesOf(server),
    ...bindingsOf(server, settings),
    compatibilityDate: "2026-10-01",
    compatibilityFlags: ["nodejs_compat"],
    d1Databases: { DB: name },
    kvNamespaces: { MAILBOX: `${name}-mailbox` },
    unsafeDirectSockets: anyPort,
  };
}

function bindingsOf(server: Server, settings: Record<string, string>): Pick<V4WorkerOptions, "bindings" | "assets"> {
  if (server === "peer") return { bindings: { PEER_SECRET: "a secret of thirty-two characters" } };
  const { vars } = unstable_readConfig({ config: join(repository, "wrangler.toml") });
  return {
    bindings: { ...(vars as Record<string, string>), ...settings },
    assets: {
      directory: join(repository, ".output/pages"),
      binding: "ASSETS",
      routerConfig: { has_user_worker: true, invoke_user_worker_ahead_of_assets: true },
    },
  };
}

async function addressOf(runtime: Miniflare, worker: string): Promise<string> {
  return `http://localhost:${(await runtime.unsafeGetDirectURL(worker)).port}`;
}

async function migrate(side: Side, address: string, database: Database): Promise<void> {
  if (side === "latchkey") await migrateLatchkey(database);
  else await fetch(`${address}/bench/migrate`, { method: "POST" });
}

async function migrateLatchkey(database: Database): Promise<void> {
  if (await database.prepare("SELECT name FROM sqlite_master WHERE name = 'accounts'").first()) return;
  for (const { queries } of await readD1Migrations(join(repository, "worker/migrations"))) {
    for (const query of queries) await database.prepare(query).run();
  }
}
