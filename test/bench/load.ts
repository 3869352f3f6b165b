import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { repository } from "../../scripts/run-tool.ts";
import { isSound, loadTable } from "./load/report.ts";
import { runLoad } from "./load/run.ts";
import { bundleServer } from "./servers/bundle.ts";

const { values } = parseArgs({
  options: {
    minutes: { type: "string", default: "4" },
    requests: { type: "string" },
    seed: { type: "string", default: `${Date.now() % 1_000_000}` },
    connections: { type: "string", default: "64" },
    "fault-rate": { type: "string", default: "0.01" },
    // Everything equally often, with more slips, in place of a site's hour.
    everything: { type: "boolean", default: false },
  },
});
const connections = Number(values.connections);
const minutes = Number(values.minutes);
const requests = values.requests === undefined ? Number.POSITIVE_INFINITY : Number(values.requests);

/** What is going on, where somebody is waiting. */
function progress(text: string): void {
  console.error(`  ${text} ...`);
}

progress(`seed ${values.seed}`);
progress("bundling");
await bundleServer("load");
const report = await runLoad({
  connections,
  people: connections * 4,
  seed: Number(values.seed),
  faultRate: Number(values["fault-rate"]),
  traffic: values.everything ? "everything" : "hour",
  // One hour goes by in these minutes.
  speed: 60 / minutes,
  isDone: (answers, seconds) => answers >= requests || seconds >= minutes * 60,
  progress,
});
const file = join(repository, ".output/bench/load.json");
await mkdir(join(repository, ".output/bench"), { recursive: true });
await writeFile(file, `${JSON.stringify(report, null, 2)}\n`);
console.log([loadTable(report), file].join("\n\n"));
process.exitCode = isSound(report) ? 0 : 1;
