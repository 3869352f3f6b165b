import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { migrateLocalDatabase } from "../../scripts/local-worker.ts";
import { repository } from "../../scripts/run-tool.ts";

let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "latchkey-"));
  await migrateLocalDatabase({ persistTo: folder });
}, 60_000);

afterAll(() => rm(folder, { recursive: true }));

it("makes a key that is shown once, lists it without it, and revokes it once", async () => {
  const made = await operator("create", "--name", "support", "--scopes", "people:read sessions:end", "--days", "30");
  expect(made).toEqual([0, expect.stringMatching(/^lko_[\w-]{43}\n$/)]);
  const [, listed] = await operator("list");
  expect(listed).toMatch(/^\S{22} {2}support {2}good .* never used {2}people:read sessions:end\n$/);
  expect(listed).not.toContain(made[1].trim());
  const [id = ""] = listed.split(" ");
  expect(await operator("revoke", "--id", id)).toEqual([0, `${id} is revoked from now on.\n`]);
  expect((await operator("revoke", "--id", id))[0]).toBe(1);
  expect((await operator("list"))[1]).toContain("revoked");
}, 60_000);

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
  60_000,
);

async function operator(...words: string[]): Promise<[status: number, output: string]> {
  const [status, output] = await run(words);
  return [status, output];
}

async function run(words: string[]): Promise<[status: number, output: string, problems: string]> {
  const child = spawn(process.execPath, ["scripts/operator.ts", ...words, "--persist-to", folder], {
    cwd: repository,
    env: { ...process.env, NO_COLOR: "1", FORCE_COLOR: undefined },
  });
  const said = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const) {
    child[name].setEncoding("utf8").on("data", (text) => (said[name] += text));
  }
  const [status] = await once(child, "close");
  return [status, said.stdout, said.stderr];
}
