import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { repository } from "../../scripts/run-tool.ts";
import { measureHashing } from "./hashing.ts";
import { measureMemory } from "./memory.ts";
import { latchkeyOperations } from "./operations/latchkey.ts";
import { measureOperations } from "./operations/measure.ts";
import { peerOperations } from "./operations/peer.ts";
import { measurePopup, type Shown } from "./popup/measure.ts";
import { bundleServers } from "./servers/bundle.ts";
import { startServers } from "./servers/start.ts";
import { measureSizes } from "./size.ts";
import { hashingTable, memoryTable, operationsTable, popupTable, sizeTable } from "./table.ts";

const options = parseArgs({ options: { short: { type: "boolean" }, report: { type: "string" } } }).values;
// The short form is for the tests, which look at everything but the times.
const short = options.short ?? false;
const file = options.report ?? join(repository, ".output/bench/report.json");
const rounds = short
  ? { operations: 1, hashing: 1, starts: 1, popup: 1 }
  : { operations: 25, hashing: 25, starts: 5, popup: 25 };
/** How many sign-ins the runtime's memory is looked at over. */
const signIns = short ? { inARow: [1, 2], atOnce: 2 } : { inARow: [1, 33, 100], atOnce: 100 };
/** What the extension shows in turn, over which vault. */
const shownPages: Shown[] = [
  ...(short ? [1] : [1, 100, 1000]).map((accounts) => ({ page: "popup" as const, accounts, hasPassphrase: false })),
  { page: "popup", accounts: short ? 1 : 100, hasPassphrase: true },
  { page: "sidepanel", accounts: short ? 1 : 100, hasPassphrase: false },
];

/** What is going on, where somebody may be waiting. */
function progress(text: string): void {
  console.error(`  ${text} ...`);
}

progress("bundling both");
await bundleServers();
progress("start-up");
const size = await measureSizes(rounds.starts);
progress("memory");
const memory = await measureMemory(signIns);
const servers = await startServers();
try {
  const { address } = servers;
  const [latchkey, peer] = [await latchkeyOperations(address.latchkey), await peerOperations(address.peer)];
  const operations = await measureOperations(latchkey, peer, rounds.operations, progress);
  progress("hashing");
  const hashing = await measureHashing(address.latchkey, rounds.hashing);
  const popup = [];
  for (const shown of shownPages) {
    progress(`the ${shown.page} with ${shown.accounts} in its vault`);
    popup.push(await measurePopup(shown, rounds.popup));
  }
  const report = { date: new Date().toISOString().slice(0, 10), rounds, operations, hashing, memory, size, popup };
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `${JSON.stringify(report, null, 2)}\n`);
  const tables = [
    operationsTable(operations),
    hashingTable(hashing),
    memoryTable(memory, signIns),
    sizeTable(size),
    popupTable(popup),
  ];
  console.log([...tables, file].join("\n\n"));
} finally {
  await servers.stop();
}
