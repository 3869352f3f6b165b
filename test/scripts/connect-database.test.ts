import type { D1Database, D1PreparedStatement } from "@cloudflare/workers-types";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { systemRandom } from "../../worker/crypto/random.ts";
import { type SealKey, seal } from "../../worker/crypto/seal.ts";
import { LocalDatabase, type Said } from "../support/local-database.ts";

const key = (id: string, byte: number): SealKey => ({ id, bytes: new Uint8Array(32).map((_, at) => byte + at) });
const setting = (...keys: SealKey[]) =>
  keys.map(({ id, bytes }) => `${id}:${Buffer.from(bytes).toString("base64")}`).join(" ");
const [lost, old, next] = [key("lost", 1), key("old", 50), key("new", 99)];
const many = 250;

// Both commands that connect to a database have the same one: migrating is what takes longest here.
let database: LocalDatabase;
beforeAll(async () => {
  database = await LocalDatabase.make();
}, 120_000);
afterAll(() => database.remove());

describe("the command that reseals", () => {
  beforeAll(() => insertApps(many, old), 60_000);

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
});

describe("the command that rekeys", () => {
  it("A1 computes the keys of old spellings anew, batch by batch, and has nothing to do a second time", async () => {
    const many = Array.from({ length: 501 }, (_, at) => ({
      id: `fresh-${at}`,
      email: `fresh-${at}@example.com`,
      key: `fresh-${at}@example.com`,
      createdAt: 1000 + at,
    }));
    await insertAccounts(many);
    await insertAccounts([{ id: "late", email: "Zoë@EXAMPLE.com", key: "Zoë@EXAMPLE.com", createdAt: 9000 }]);
    expect(await rekey()).toEqual({ status: 0, lines: ["1 key computed anew, 0 addresses with two accounts."] });
    expect(await keysOf("late", "fresh-500")).toEqual(["zoë@example.com", "fresh-500@example.com"]);
    expect(await rekey()).toEqual({ status: 0, lines: ["0 keys computed anew, 0 addresses with two accounts."] });
  }, 120_000);

  it("A1 names two accounts that turn out to be one: the older keeps the address, the younger its old spelling", async () => {
    const day = 24 * 60 * 60_000;
    await insertAccounts([
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
});

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
  await database.use(async (db) => db.batch(await statements(db)));
}

function reseal(keys: string): Promise<Said> {
  return database.run("reseal.ts", { SEAL_KEYS: keys });
}

/** Accounts with the keys that an earlier build computed for their addresses. */
async function insertAccounts(
  accounts: { id: string; email: string; key: string; createdAt: number }[],
): Promise<void> {
  const row = "INSERT INTO accounts (id, email, email_key, locale, created_at) VALUES (?, ?, ?, 'en', ?)";
  await inDatabase(async (db) =>
    accounts.map(({ id, email, key, createdAt }) => db.prepare(row).bind(id, email, key, createdAt)),
  );
}

async function keysOf(...ids: string[]): Promise<string[]> {
  return database.use(async (db) => {
    const row = db.prepare("SELECT email_key FROM accounts WHERE id = ?");
    const found = await db.batch<{ email_key: string }>(ids.map((id) => row.bind(id)));
    return found.map(({ results }) => results[0]?.email_key ?? "");
  });
}

async function rekey(): Promise<{ status: number; lines: string[] }> {
  const { status, output } = await database.run("rekey.ts");
  return { status, lines: output.split("\n").filter(Boolean) };
}
