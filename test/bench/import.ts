import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connectDatabase } from "../../scripts/connect-database.ts";
import { migrateLocalDatabase, startLocalWorker } from "../../scripts/local-worker.ts";
import { startTool } from "../../scripts/run-tool.ts";
import { systemRandom } from "../../worker/crypto/random.ts";
import { createOperatorKey } from "../../worker/operator/key.ts";
import { memoryOfProcess, runtimesBelow } from "./process-memory.ts";

/** How many people are imported; each fiftieth row is refused, each tenth person has an app. */
const rows = Number(process.argv[2] ?? 100_000);
const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

const folder = await mkdtemp(join(tmpdir(), "latchkey-bench-"));
try {
  await measure();
} finally {
  await rm(folder, { recursive: true, force: true });
}
process.exit();

async function measure(): Promise<void> {
  await migrateLocalDatabase({ persistTo: folder });
  const { db, dispose } = await connectDatabase({ remote: false, persistTo: folder });
  const wish = { name: "Bench", scopes: ["people:import"] as const, days: 1 };
  const { key } = await createOperatorKey(db, wish, { now: Date.now(), random: systemRandom });
  await dispose();
  const file = join(folder, "people.ndjson");
  await writePeople(file);
  const worker = await startLocalWorker({ persistTo: folder });
  const began = performance.now();
  const words = ["scripts/import-people.ts", file, "--service", worker.address];
  const command = startTool("node", words, { environment: { LATCHKEY_OPERATOR_KEY: key }, verbose: true });
  let most = { worker: 0, command: 0 };
  const watch = setInterval(async () => {
    const runtimes = await Promise.all((await runtimesBelow()).map((pid) => memoryOfProcess(pid)));
    const now = { worker: Math.max(0, ...runtimes), command: await memoryOfProcess(command.process.pid ?? 0) };
    most = { worker: Math.max(most.worker, now.worker), command: Math.max(most.command, now.command) };
  }, 500);
  await once(command.process, "close");
  clearInterval(watch);
  const seconds = (performance.now() - began) / 1000;
  await worker.stop();
  console.log(command.log().split("\n").slice(-2).join("\n"));
  console.log(`${Math.round(rows / seconds)} rows a second: ${rows} in ${seconds.toFixed(1)} s`);
  console.log(`at most ${most.worker} MB in the worker's runtime with its database, ${most.command} MB in the command`);
}

async function writePeople(file: string): Promise<void> {
  const stream = createWriteStream(file);
  for (let at = 0; at < rows; at++) {
    const person = {
      email: `person${at % 50 === 49 ? at - 1 : at}@example.com`,
      emailVerified: true,
      passwordHash: `$2b$10$${randomBytes(40).toString("hex").slice(0, 53)}`,
      createdAt: "2020-01-01T00:00:00Z",
      ...(at % 10 === 0 && { totp: [[...randomBytes(32)].map((byte) => letters[byte & 31]).join("")] }),
    };
    if (!stream.write(`${JSON.stringify(person)}\n`)) await once(stream, "drain");
  }
  stream.end();
  await once(stream, "finish");
}
