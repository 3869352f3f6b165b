import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { cpus, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { repository } from "../../scripts/run-tool.ts";
import { measureBoth } from "./operations/measure.ts";
import { makeDatabases, sizes } from "./scale/databases.ts";
import { scaleOperations } from "./scale/operations.ts";
import { filledTable, type Scaled, scaleTable } from "./scale/table.ts";
import { bundleServer } from "./servers/bundle.ts";
import { startLatchkeys } from "./servers/start.ts";

const text = { type: "string" } as const;
const options = parseArgs({
  options: { accounts: text, small: text, rounds: text, folder: text, report: text },
}).values;
const accounts = { big: Number(options.accounts ?? 1_000_000), small: Number(options.small ?? 1_000) };
const rounds = Number(options.rounds ?? 25);
// A folder that is named keeps its databases for the next run.
const folder = options.folder ?? (await mkdtemp(join(tmpdir(), "latchkey-scale-")));
const file = options.report ?? join(repository, ".output/bench/scale.json");

/** What is going on, where somebody may be waiting. */
function progress(text: string): void {
  console.error(`  ${text} ...`);
}

try {
  progress("bundling");
  await bundleServer("scale");
  const filled = await makeDatabases(folder, accounts, progress);
  console.log(`${filledTable(filled)}\n`);
  const { latchkeys, stop } = await startLatchkeys(sizes, folder);
  try {
    const small = await scaleOperations(latchkeys.small, filled.small.accounts);
    const big = await scaleOperations(latchkeys.big, filled.big.accounts);
    const operations: Scaled[] = [];
    for (const [name, operation] of Object.entries(big)) {
      const beside = small[name];
      if (!beside) continue;
      progress(name);
      const { one, other, ratio } = await measureBoth(operation, beside, rounds);
      operations.push({ name, small: other, big: one, ratio });
    }
    const machine = { cores: cpus().length, cpu: cpus()[0]?.model, memoryGigabytes: Math.round(totalmem() / 2 ** 30) };
    const report = { date: new Date().toISOString().slice(0, 10), machine, rounds, filled, operations };
    await mkdir(join(repository, ".output/bench"), { recursive: true });
    await writeFile(file, `${JSON.stringify(report, null, 2)}\n`);
    console.log(`${scaleTable(operations)}\n\n${file}`);
  } finally {
    await stop();
  }
} finally {
  if (options.folder === undefined) await rm(folder, { recursive: true, force: true });
}
