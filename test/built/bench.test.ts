import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { beforeAll, describe, expect, it } from "vitest";
import { repository } from "../../scripts/run-tool.ts";
import type { Measured } from "../bench/operations/measure.ts";
import { operationNames } from "../bench/operations/operation.ts";

/** What the peer cannot be asked for. */
const oursAlone = ["prove its address"];

describe("the benchmark, run in short", () => {
  let said = "";
  let report: { operations: Measured[]; [part: string]: unknown };

  beforeAll(async () => {
    const folder = await mkdtemp(join(tmpdir(), "latchkey-bench-"));
    const file = join(folder, "report.json");
    const words = [join(repository, "test/bench/run.ts"), "--short", "--report", file];
    said = (await promisify(execFile)(process.execPath, words, { cwd: repository })).stdout;
    report = JSON.parse(await readFile(file, "utf8"));
    await rm(folder, { recursive: true });
  }, 240_000);

  it("measures every operation on both sides", () => {
    expect(report.operations.map(({ name }) => name)).toEqual(operationNames);
    expect(report.operations.filter(({ peer }) => !peer).map(({ name }) => name)).toEqual(oursAlone);
  });

  it("finds three round trips of ours at most, and one to check a session", () => {
    const tripsOf = Object.fromEntries(report.operations.map(({ name, latchkey }) => [name, latchkey.use.roundTrips]));
    expect(Object.entries(tripsOf).filter(([, trips]) => trips > 3)).toEqual([]);
    expect(tripsOf["session check by cookie"]).toBe(1);
    expect(tripsOf["session check by bearer"]).toBe(1);
  });

  it("has a figure in each place of the report, and each of its tables", () => {
    const figures: unknown[] = [];
    JSON.stringify(report, (_, value) => {
      if (typeof value !== "object" || value === null) figures.push(value);
      return value;
    });
    // JSON has no other way to say that something is no number.
    expect(figures).not.toContain(null);
    const { operations: _, hashing, memory, size, popup } = report;
    const side = { ms: expect.any(Number), kibibytes: expect.any(Number), mebibytes: expect.any(Number) };
    const ratio = { median: expect.any(Number), quartiles: [expect.any(Number), expect.any(Number)] };
    expect(hashing).toEqual({ latchkeyMs: expect.any(Number), referenceMs: expect.any(Number), ratio });
    const mebibytes = expect.any(Number);
    const use = { inARow: [mebibytes, mebibytes], atOnce: mebibytes, most: mebibytes };
    expect(memory).toEqual({ latchkey: use, peer: use });
    const worker = { kibibytes: expect.any(Number), startMs: expect.any(Number) };
    expect(size).toEqual({ latchkey: worker, peer: worker });
    const measured = { accounts: 1, popup: side, empty: side, ratio };
    expect(popup).toEqual([
      { ...measured, page: "popup", hasPassphrase: false },
      { ...measured, page: "popup", hasPassphrase: true },
      { ...measured, page: "sidepanel", hasPassphrase: false },
    ]);
    const lines = said.split("\n");
    const heads = lines.filter((_, at) => lines[at + 1]?.startsWith("| --"));
    expect(heads).toEqual([
      expect.stringMatching(/^\| +\| Latchkey ms +\| peer ms/),
      expect.stringMatching(/^\| Argon2id, .* reference ms/),
      expect.stringMatching(/^\| MiB beyond .* \| Latchkey \| peer/),
      expect.stringMatching(/^\| +\| Latchkey +\| peer +\| ratio/),
      expect.stringMatching(/^\| page +\| codes +\| ms .* KiB .* MiB/),
    ]);
  });
});
