import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { connectDatabase } from "../../scripts/connect-database.ts";
import { migrateLocalDatabase } from "../../scripts/local-worker.ts";
import { repository } from "../../scripts/run-tool.ts";

let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "latchkey-"));
  await migrateLocalDatabase({ persistTo: folder });
}, 300_000);

afterAll(() => rm(folder, { recursive: true }));

it("makes a key that is shown once, lists it without it, and revokes it once", async () => {
  const made = await operator("create", "--name", "support", "--scopes", "people:read sessions:end", "--days", "30");
  expect(made).toEqual([0, expect.stringMatching(/^lko_[\w-]{43}\n$/)]);
  const [, listed] = await operator("list");
  expect(listed).toMatch(/^\S{22} {2}support {2}valid .* never used {2}people:read sessions:end\n$/);
  expect(listed).not.toContain(made[1].trim());
  const [id = ""] = listed.split(" ");
  expect(await operator("revoke", "--id", id)).toEqual([0, `${id} is revoked.\n`]);
  expect((await operator("revoke", "--id", id))[0]).toBe(1);
  expect((await operator("list"))[1]).toContain("revoked");
}, 300_000);

it("signs everybody out, and replaces the signing key", async () => {
  expect(await operator("end-sessions")).toEqual([0, expect.stringMatching(/^Everybody is signed out: /)]);
  expect(await operator("replace-signing-key")).toEqual([0, expect.stringMatching(/^A new key signs tokens\./)]);
  const rows = await inDatabase("SELECT began_at AS n FROM session_epoch UNION ALL SELECT count(*) FROM signing_keys");
  expect(rows).toEqual([{ n: expect.any(Number) }, { n: 2 }]);
  expect(Date.now() - (rows[0]?.n ?? 0)).toBeLessThan(60_000);
}, 300_000);

it("prints the next MAC_KEY, a new key in front, then without the old one, and says what that costs", async () => {
  const key = (text: string) => btoa(text.padEnd(32, "."));
  const [, rotated] = await run(["rotate-mac-key", "--id", "m2"], { MAC_KEY: key("old") });
  expect(rotated).toMatch(/^m2:[A-Za-z0-9+/]{43}= [A-Za-z0-9+/]{43}=\n$/);
  const macKeys = rotated.trim();
  expect(macKeys.endsWith(` ${key("old")}`)).toBe(true);
  const [newest] = macKeys.split(" ");
  await inDatabase("INSERT INTO accounts (id, email, email_key, locale, created_at) VALUES ('a', 'a', 'a', 'en', 0)");
  await inDatabase("INSERT INTO recovery_codes (mac, account_id, created_at) VALUES ('x', 'a', 0), ('m2.y', 'a', 0)");
  const [, retired, said] = await run(["rotate-mac-key", "--retire"], { MAC_KEY: macKeys });
  expect(retired).toBe(`${newest} counts:${key("old")}\n`);
  expect(said).toContain("1 unused recovery codes of 1 person rest on an old key");
  expect((await run(["rotate-mac-key", "--retire"], { MAC_KEY: retired.trim() }))[0]).toBe(1);
  expect((await run(["rotate-mac-key", "--id", "m2"], { MAC_KEY: macKeys }))[2]).toContain("has a key m2 already");
}, 300_000);

it.each([
  [["create", "--name", "support", "--scopes", "people:own"], /people:own/],
  [["create", "--scopes", "people:read"], /--name is missing/],
  [["delete"], /npm run operator -- create/],
])(
  "says what is wrong with %j",
  async (words, problem) => {
    const [status, , problems] = await run(words);
    expect([status, problems]).toEqual([1, expect.stringMatching(problem)]);
  },
  300_000,
);

async function operator(...words: string[]): Promise<[status: number, output: string]> {
  const [status, output] = await run(words);
  return [status, output];
}

async function inDatabase(sql: string): Promise<{ n: number }[]> {
  const { db, dispose } = await connectDatabase({ remote: false, persistTo: folder });
  const { results } = await db.prepare(sql).all<{ n: number }>();
  await dispose();
  return results;
}

async function run(
  words: string[],
  settings: Record<string, string> = {},
): Promise<[status: number, output: string, problems: string]> {
  const child = spawn(process.execPath, ["scripts/operator.ts", ...words, "--persist-to", folder], {
    cwd: repository,
    env: { ...process.env, ...settings, NO_COLOR: "1", FORCE_COLOR: undefined },
  });
  const said = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const) {
    child[name].setEncoding("utf8").on("data", (text) => (said[name] += text));
  }
  const [status] = await once(child, "close");
  return [status, said.stdout, said.stderr];
}
