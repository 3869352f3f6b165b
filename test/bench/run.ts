import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { repository } from "../../scripts/run-tool.ts";
import { measureHashing } from "./hashing.ts";
import { latchkeyOperations } from "./operations/latchkey.ts";
import { measureOperations } from "./operations/measure.ts";
import { peerOperations } from "./operations/peer.ts";
import { bundleServers } from "./servers/bundle.ts";
import { startServers } from "./servers/start.ts";
import { measureSizes } from "./size.ts";
import { hashingTable, operationsTable, sizeTable } from "./table.ts";

const { short } = parseArgs({ options: { short: { type: "boolean", default: false } } }).values;
const rounds = short ? { operations: 1, hashing: 1, starts: 1 } : { operations: 25, hashing: 25, starts: 5 };

/** What is going on, where somebody may be waiting. */
function progress(text: string): void {
  console.error(`  ${text} ...`);
}

progress("bundling both");
await bundleServers();
progress("start-up");
const size = await measureSizes(rounds.starts);
const servers = await startServers();
try {
  const { address } = servers;
  const [latchkey, peer] = [await latchkeyOperations(address.latchkey), await peerOperations(address.peer)];
  const operations = await measureOperations(latchkey, peer, rounds.operations, progress);
  progress("hashing");
  const hashing = await measureHashing(address.latchkey, rounds.hashing);
  const report = { date: new Date().toISOString().slice(0, 10), rounds, operations, hashing, size };
  const file = join(repository, ".output/bench/report.json");
  await mkdir(join(repository, ".output/bench"), { recursive: true });
  await writeFile(file, `${JSON.stringify(report, null, 2)}\n`);
  console.log([operationsTable(operations), hashingTable(hashing), sizeTable(size), file].join("\n\n"));
} finally {
  await servers.stop();
}
