import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type LocalWorker, migrateLocalDatabase, startLocalWorker } from "../../scripts/local-worker.ts";
import { repository } from "../../scripts/run-tool.ts";

const passwordHash = "$2b$04$UuTkLRZZ6QofpDOlMz32MuuxEHA43WOemOYHPz6.SjsVsyO1tDU96";
let folder = "";
let worker: LocalWorker;
let key = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "latchkey-"));
  await migrateLocalDatabase({ persistTo: folder });
  const words = ["create", "--name", "Mover", "--scopes", "people:import", "--persist-to", folder];
  const made = run("scripts/operator.ts", words);
  await once(made.child, "close");
  key = made.output().split("\n")[0] ?? "";
  worker = await startLocalWorker({ persistTo: folder });
}, 120_000);

afterAll(async () => {
  await worker?.stop();
  await rm(folder, { recursive: true });
});

it("goes on where it was killed, until every row is taken once", async () => {
  const file = join(folder, "people.ndjson");
  const rows = Array.from({ length: 300 }, (_, at) =>
    at === 150 ? "{}" : JSON.stringify({ email: `p${at}@example.com`, emailVerified: true, passwordHash }),
  );
  await writeFile(file, rows.join("\n"));

  const first = importPeople(file, "--rows", "10");
  first.child.stdout?.on("data", () => {
    if (first.output().includes("30 rows: ")) first.child.kill("SIGKILL");
  });
  await once(first.child, "close");
  expect(first.child.signalCode).toBe("SIGKILL");

  const second = importPeople(file, "--rows", "100");
  expect((await once(second.child, "close"))[0]).toBe(0);
  expect(second.output()).toMatch(/^\d+ rows were taken before; going on behind them\.\n/);
  expect(second.output()).toContain("299 people were imported, 1 rows refused.");
  expect(await readFile(`${file}.refused`, "utf8")).toBe('{"row":151,"reason":"invalid_field","field":"email"}\n');

  const third = importPeople(file);
  await once(third.child, "close");
  expect(third.output()).toContain("300 rows were taken before");
  expect(third.output()).toContain("299 people were imported, 1 rows refused.");
  const answer = await fetch(`${worker.address}/v1/sign-in`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ email: "P299@example.com", password: "not it" }),
  });
  expect(answer.status).toBe(401);
}, 120_000);

it.each([
  ["without a key it is of use for", () => "lko_x", [], "key"],
  ["by http to another machine", () => key, ["--service", "http://example.com"], "--service must be an https address."],
  ["without a service", () => key, ["--service", ""], "npm run import-people"],
])(
  "does nothing %s, and says so",
  async (_, keyOf, words, said) => {
    const file = join(folder, "nobody.ndjson");
    await writeFile(file, "{}");
    const { child, output } = importPeople(file, ...words, "--key", keyOf());
    expect((await once(child, "close"))[0]).toBe(1);
    expect(output()).toContain(said);
  },
  60_000,
);

function importPeople(file: string, ...words: string[]) {
  return run("scripts/import-people.ts", [file, "--service", worker.address, ...words], { LATCHKEY_OPERATOR_KEY: key });
}

function run(
  script: string,
  words: string[],
  more: Record<string, string> = {},
): { child: ChildProcess; output(): string } {
  const env = { ...process.env, NO_COLOR: "1", FORCE_COLOR: undefined, ...more };
  const child = spawn(process.execPath, [script, ...words], { cwd: repository, env });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text) => (output += text));
  return { child, output: () => output };
}
