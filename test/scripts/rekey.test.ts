import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { D1Database } from "@cloudflare/workers-types";
import { afterAll, beforeAll, expect, it } from "vitest";
import { getPlatformProxy } from "wrangler";
import { migrateLocalDatabase } from "../../scripts/local-worker.ts";
import { repository } from "../../scripts/run-tool.ts";

let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "latchkey-"));
  await migrateLocalDatabase({ persistTo: folder });
}, 120_000);

afterAll(() => rm(folder, { recursive: true }));

/** Accounts with the keys that an earlier build computed for their addresses. */
async function insert(accounts: { id: string; email: string; key: string; createdAt: number }[]): Promise<void> {
  await inDatabase(async (db) => {
    const row = db.prepare("INSERT INTO accounts (id, email, email_key, locale, created_at) VALUES (?, ?, ?, 'en', ?)");
    await db.batch(accounts.map(({ id, email, key, createdAt }) => row.bind(id, email, key, createdAt)));
  });
}

async function keysOf(...ids: string[]): Promise<string[]> {
  let keys: string[] = [];
  await inDatabase(async (db) => {
    const row = db.prepare("SELECT email_key FROM accounts WHERE id = ?");
    const found = await db.batch<{ email_key: string }>(ids.map((id) => row.bind(id)));
    keys = found.map(({ results }) => results[0]?.email_key ?? "");
  });
  return keys;
}

async function inDatabase(use: (db: D1Database) => Promise<unknown>): Promise<void> {
  const configPath = join(folder, "wrangler.json");
  const database = { binding: "DB", database_name: "latchkey", database_id: "00000000-0000-0000-0000-000000000000" };
  const config = { name: "test", compatibility_date: "2026-10-01", d1_databases: [database] };
  await writeFile(configPath, JSON.stringify(config));
  const persist = { path: join(folder, "v3") };
  const { env, dispose } = await getPlatformProxy<{ DB: D1Database }>({ configPath, persist });
  await use(env.DB);
  await dispose();
}

async function rekey(...words: string[]): Promise<{ status: number; lines: string[] }> {
  const environment = { ...process.env, NO_COLOR: "1", FORCE_COLOR: undefined };
  const child = spawn(process.execPath, ["scripts/rekey.ts", "--persist-to", folder, ...words], {
    cwd: repository,
    env: environment,
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text) => (output += text));
  const [status] = await once(child, "close");
  return { status, lines: output.split("\n").filter(Boolean) };
}

it("A1 computes the keys of old spellings anew, batch by batch, and has nothing to do a second time", async () => {
  const many = Array.from({ length: 501 }, (_, at) => ({
    id: `fresh-${at}`,
    email: `fresh-${at}@example.com`,
    key: `fresh-${at}@example.com`,
    createdAt: 1000 + at,
  }));
  await insert(many);
  await insert([{ id: "late", email: "Zoë@EXAMPLE.com", key: "Zoë@EXAMPLE.com", createdAt: 9000 }]);
  expect(await rekey()).toEqual({ status: 0, lines: ["1 key computed anew, 0 addresses with two accounts."] });
  expect(await keysOf("late", "fresh-500")).toEqual(["zoë@example.com", "fresh-500@example.com"]);
  expect(await rekey()).toEqual({ status: 0, lines: ["0 keys computed anew, 0 addresses with two accounts."] });
}, 120_000);

it("A1 names two accounts that turn out to be one: the older keeps the address, the younger its old spelling", async () => {
  const day = 24 * 60 * 60_000;
  await insert([
    { id: "older", email: "ana@example.com", key: "ana@example.com", createdAt: 20_000 * day },
    { id: "younger", email: "ANA@example.com", key: "ANA@example.com", createdAt: 20_001 * day },
  ]);
  const { status, lines } = await rekey();
  expect(status).toBe(1);
  expect(lines).toEqual([
    "one address: older (ana@example.com, 2024-10-04) keeps it; younger (ANA@example.com, 2024-10-05) signs in by its old spelling",
    "0 keys computed anew, 1 address with two accounts.",
  ]);
  expect(await keysOf("older", "younger")).toEqual(["ana@example.com", "ANA@example.com"]);
}, 120_000);
