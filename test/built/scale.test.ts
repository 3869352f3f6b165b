import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { runTool } from "../../scripts/run-tool.ts";
import type { Size } from "../bench/scale/databases.ts";
import type { Filled } from "../bench/scale/fill.ts";
import type { Scaled } from "../bench/scale/table.ts";

let report: { filled: Record<Size, Filled>; operations: Scaled[] };
let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "latchkey-"));
  const file = join(folder, "report.json");
  const sizes = ["--accounts", "5000", "--small", "500", "--rounds", "1"];
  await runTool("node", ["test/bench/scale.ts", ...sizes, "--report", file]);
  report = JSON.parse(await readFile(file, "utf8"));
}, 120_000);

afterAll(() => rm(folder, { recursive: true }));

it("fills both databases with what people would have", () => {
  const { small, big } = report.filled;
  expect(small.rows).toMatchObject({
    accounts: 500,
    passwords: 500,
    sessions: 1500,
    events: 10_000,
    recovery_codes: 2500,
  });
  for (const [table, rows] of Object.entries(big.rows)) expect(rows, table).toBe((small.rows[table] ?? 0) * 10);
});

it("reads and writes no more rows for any operation where ten times as many people have accounts", () => {
  expect(report.operations.length).toBeGreaterThan(25);
  const grown = report.operations.filter(
    ({ small, big }) =>
      big.use.rowsRead > small.use.rowsRead * 1.3 || big.use.rowsWritten > small.use.rowsWritten * 1.3,
  );
  expect(grown).toEqual([]);
});
