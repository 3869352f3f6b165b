import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { D1Database, D1PreparedStatement } from "@cloudflare/workers-types";
import { afterAll, beforeAll, expect, it } from "vitest";
import { getPlatformProxy } from "wrangler";
import { migrateLocalDatabase } from "../../scripts/local-worker.ts";
import { repository } from "../../scripts/run-tool.ts";
import { systemRandom } from "../../worker/crypto/random.ts";
import { type SealKey, seal } from "../../worker/crypto/seal.ts";

const key = (id: string, byte: number): SealKey => ({ id, bytes: new Uint8Array(32).map((_, at) => byte + at) });
const setting = (...keys: SealKey[]) =>
  keys.map(({ id, bytes }) => `${id}:${Buffer.from(bytes).toString("base64")}`).join(" ");
const [lost, old, next] = [key("lost", 1), key("old", 50), key("new", 99)];
const many = 250;

let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "latchkey-"));
  await migrateLocalDatabase({ persistTo: folder });
  await insertApps(many, old);
}, 60_000);

afterAll(() => rm(folder, { recursive: true }));

it("reseals all, says what is left of each key, and does nothing a second time", async () => {
  const first = await reseal(setting(next, old));
  expect(first.output.split("\n").filter(Boolean)).toEqual([
    "100 of key old resealed",
    "200 of key old resealed",
    "250 of key old resealed",
    "250 secrets are sealed by key new, the newest.",
    "0 are left of key old: it can be taken out of SEAL_KEYS.",
  ]);
  expect(first.status).toBe(0);
  const second = await reseal(setting(next, old));
  expect([second.status, second.output]).toEqual([0, first.output.replace(/^.*resealed\n/gm, "")]);
}, 60_000);

it("reseals the secrets of webhooks too, and tells of those that are lost", async () => {
  await insertWebhook([old, old, lost]);
  const { status, output } = await reseal(setting(next, old));
  expect(status).toBe(1);
  expect(output).toContain("2 of key old resealed");
  expect(output).toContain(`${many + 2} secrets are sealed by key new`);
  expect(output).toContain("1 are sealed by key lost, which SEAL_KEYS does not hold: add it, or those webhooks need");
}, 60_000);

it("reseals the apps that are set aside too, and tells of those that are lost", async () => {
  await insertSetAside([old, old, lost]);
  const { status, output } = await reseal(setting(next, old));
  expect(status).toBe(1);
  expect(output).toContain("2 of key old resealed");
  expect(output).toContain("0 are left of key old: it can be taken out");
  expect(output).toContain(
    "1 are sealed by key lost, which SEAL_KEYS does not hold: add it, or those that were suspended",
  );
}, 60_000);

it("names a key that is lost, with how many it sealed and what to do", async () => {
  await insertApps(2, lost);
  const { status, output } = await reseal(setting(next, old));
  expect(status).toBe(1);
  expect(output).toContain("2 are sealed by key lost, which SEAL_KEYS does not hold: add it, or those apps must");
}, 60_000);

it("says in one line what is wrong with the keys it is given", async () => {
  const { status, output } = await reseal("new:short");
  expect([status, output.trim()]).toEqual([1, expect.stringMatching(/^Nothing more is resealed\. .*SEAL_KEYS.*$/)]);
}, 60_000);

async function insertApps(count: number, sealer: SealKey): Promise<void> {
  const account = `of ${sealer.id}`;
  const row =
    "INSERT INTO app_codes (id, account_id, name, sealed_secret, created_at, expires_at) VALUES (?, ?, '', ?, 0, 0)";
  const sealed = async (id: string) => seal([sealer], ["app-code", account, id], systemRandom(20), systemRandom);
  const ids = Array.from({ length: count }, (_, at) => `${sealer.id}-${at}`);
  await inDatabase(async (db) => [
    db
      .prepare("INSERT INTO accounts (id, email, email_key, locale, created_at) VALUES (?1, ?1, ?1, 'en', 0)")
      .bind(account),
    ...(await Promise.all(ids.map(async (id) => db.prepare(row).bind(id, account, await sealed(id))))),
  ]);
}

/** An endpoint with a secret by each of `sealers`. */
async function insertWebhook(sealers: SealKey[]): Promise<void> {
  const row = "INSERT INTO webhook_secrets (id, endpoint_id, sealed_secret, created_at) VALUES (?, 'w', ?, 0)";
  await inDatabase(async (db) => [
    db.prepare("INSERT INTO webhook_endpoints (id, url, description, created_at) VALUES ('w', '', '', 0)"),
    ...(await Promise.all(
      sealers.map(async (sealer, at) =>
        db.prepare(row).bind(`${at}`, await seal([sealer], ["webhook", "w", `${at}`], systemRandom(32), systemRandom)),
      ),
    )),
  ]);
}

/** An account with an app by each of `sealers`, the first of them removed and the others suspended. */
async function insertSetAside(sealers: SealKey[]): Promise<void> {
  const row = `INSERT INTO set_aside (id, account_id, kind, state, name, added_at, ip, user_agent, set_aside_at, content)
               VALUES (?, 'aside', 'app', ?, '', 0, '', '', 0, json_object('sealed_secret', ?))`;
  await inDatabase(async (db) => [
    db.prepare("INSERT INTO accounts (id, email, email_key, locale, created_at) VALUES ('aside', 'a', 'a', 'en', 0)"),
    ...(await Promise.all(
      sealers.map(async (sealer, at) =>
        db
          .prepare(row)
          .bind(
            `aside-${at}`,
            at === 0 ? "removed" : "suspended",
            await seal([sealer], ["app-code", "aside", `aside-${at}`], systemRandom(20), systemRandom),
          ),
      ),
    )),
  ]);
}

async function inDatabase(statements: (db: D1Database) => Promise<D1PreparedStatement[]>): Promise<void> {
  const configPath = join(folder, "wrangler.json");
  const database = { binding: "DB", database_name: "latchkey", database_id: "00000000-0000-0000-0000-000000000000" };
  const config = { name: "test", compatibility_date: "2026-10-01", d1_databases: [database] };
  await writeFile(configPath, JSON.stringify(config));
  const persist = { path: join(folder, "v3") };
  const { env, dispose } = await getPlatformProxy<{ DB: D1Database }>({ configPath, persist });
  await env.DB.batch(await statements(env.DB));
  await dispose();
}

async function reseal(keys: string): Promise<{ status: number; output: string }> {
  const environment = { ...process.env, SEAL_KEYS: keys, NO_COLOR: "1", FORCE_COLOR: undefined };
  const child = spawn(process.execPath, ["scripts/reseal.ts", "--persist-to", folder], {
    cwd: repository,
    env: environment,
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text) => (output += text));
  const [status] = await once(child, "close");
  return { status, output };
}
