import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs, styleText } from "node:util";
import type { D1Database, D1DatabaseSession } from "@cloudflare/workers-types";
import { getPlatformProxy, unstable_getVarsForDev, unstable_readConfig } from "wrangler";
import { countSealed, resealBatch } from "../worker/app-code/reseal.ts";
import { systemRandom } from "../worker/crypto/random.ts";
import type { SealKey } from "../worker/crypto/seal.ts";
import { readSealKeys } from "../worker/environment.ts";
import { countSealedKeys, resealSigningKeys } from "../worker/signing-key/reseal.ts";
import { repository } from "./run-tool.ts";

/** As much of wrangler.toml as is read here. */
interface WorkerConfig {
  vars: Record<string, string>;
  d1_databases: { binding: string }[];
}

const batchSize = 100;

const { remote, "persist-to": persistTo } = parseArgs({
  options: { remote: { type: "boolean", default: false }, "persist-to": { type: "string" } },
}).values;

try {
  process.exitCode = await reseal();
} catch (error) {
  console.error(styleText("red", `Nothing more is resealed. ${error instanceof Error ? error.message : error}`));
  process.exitCode = 1;
}
// The local runtime may hold on to the process after its work is done.
process.exit();

/** Reseals all that the keys at hand can open; the exit code is 1 where something is left. */
async function reseal(): Promise<number> {
  const path = join(repository, "wrangler.toml");
  const config: WorkerConfig = unstable_readConfig({ config: path, env: remote ? "production" : "" });
  const keys = readSealKeys(process.env.SEAL_KEYS ?? (remote ? undefined : localSetting(path, config, "SEAL_KEYS")));
  const database = config.d1_databases.find(({ binding }) => binding === "DB");
  if (!database) throw new Error("wrangler.toml has no D1 database DB.");
  const { env, dispose } = await connect({ ...database, remote });
  try {
    const db = env.DB.withSession("first-primary");
    for (const { id } of keys.slice(1)) await resealAll(db, keys, id);
    await resealKeys(db, keys);
    return report(added(await countSealed(db), await countSealedKeys(db)), keys);
  } finally {
    await dispose();
  }
}

/** A setting as `wrangler dev` has it: of .dev.vars, else of wrangler.toml. */
function localSetting(path: string, { vars }: WorkerConfig, name: string): unknown {
  return unstable_getVarsForDev(path, undefined, vars, undefined, true)[name]?.value;
}

/** The database alone, of this machine or through Cloudflare with the login of `wrangler`: nothing else of the worker is reached. */
async function connect(database: object) {
  const folder = await mkdtemp(join(tmpdir(), "latchkey-reseal-"));
  const configPath = join(folder, "wrangler.json");
  const config = { name: "latchkey-reseal", compatibility_date: "2026-10-01", d1_databases: [database] };
  await writeFile(configPath, JSON.stringify(config));
  const path = join(persistTo ?? join(repository, ".wrangler/state"), "v3");
  const proxy = await getPlatformProxy<{ DB: D1Database }>({ configPath, persist: { path }, remoteBindings: remote });
  await rm(folder, { recursive: true });
  return proxy;
}

async function resealAll(db: D1DatabaseSession, keys: SealKey[], keyId: string): Promise<void> {
  let after: string | null = "";
  let resealed = 0;
  while (after !== null) {
    const batch = await resealBatch({ db, keys, random: systemRandom }, { keyId, after, limit: batchSize });
    resealed += batch.resealed;
    if (batch.resealed > 0) console.log(`${resealed} of key ${keyId} resealed`);
    for (const id of batch.damaged)
      console.error(styleText("red", `The secret of app ${id} was altered and does not open.`));
    after = batch.next;
  }
}

async function resealKeys(db: D1DatabaseSession, keys: SealKey[]): Promise<void> {
  const { resealed, damaged } = await resealSigningKeys(db, keys, systemRandom);
  if (resealed > 0) console.log(`${resealed} of the signing keys resealed`);
  for (const id of damaged) console.error(styleText("red", `The signing key ${id} was altered and does not open.`));
}

function added(some: Map<string, number>, more: Map<string, number>): Map<string, number> {
  return new Map([...some.keys(), ...more.keys()].map((id) => [id, (some.get(id) ?? 0) + (more.get(id) ?? 0)]));
}

function report(counts: Map<string, number>, keys: SealKey[]): number {
  const [newest, ...older] = keys.map(({ id }) => id);
  const lost = [...counts.keys()].filter((id) => id !== newest && !older.includes(id));
  console.log(`\n${counts.get(newest ?? "") ?? 0} secrets are sealed by key ${newest}, the newest.`);
  for (const id of older) {
    const left = counts.get(id) ?? 0;
    console.log(`${left} are left of key ${id}${left === 0 ? ": it can be taken out of SEAL_KEYS" : ""}.`);
  }
  for (const id of lost) {
    console.error(
      styleText(
        "red",
        `${counts.get(id)} are sealed by key ${id}, which SEAL_KEYS does not hold: add it, or those apps must be set up again.`,
      ),
    );
  }
  return lost.length > 0 || older.some((id) => counts.has(id)) ? 1 : 0;
}
