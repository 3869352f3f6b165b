import { createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { parseArgs, styleText } from "node:util";
import { chunkLimitBytes, chunkRows, type ImportProgress } from "../shared/contract/user-import.ts";
import { ImportClient } from "./import-client.ts";
import { fingerprintOf, readPeople } from "./people-file.ts";

const usage = `LATCHKEY_OPERATOR_KEY=lko_... npm run import-people -- people.ndjson --service https://security.example.com
  --emails-verified   addresses count as proved where their row says nothing
  --report FILE       where refused rows are written, else beside the file as people.ndjson.refused
  --rows N            rows sent at a time, ${chunkRows} where nothing is said and at most
  --key KEY           in place of the variable; whoever uses this machine can then read it
The file is NDJSON or CSV; see docs/migrate-users.md. Stop it when you like: the same command goes on.`;

try {
  await run();
} catch (error) {
  console.error(styleText("red", error instanceof Error ? error.message : String(error)));
  process.exitCode = 1;
}

async function run(): Promise<void> {
  const text = { type: "string" } as const;
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      service: text,
      key: text,
      report: text,
      rows: text,
      "emails-verified": { type: "boolean", default: false },
    },
  });
  const [file] = positionals;
  const key = values.key ?? process.env.LATCHKEY_OPERATOR_KEY;
  if (file === undefined || positionals.length !== 1 || !values.service || !key) throw new Error(usage);
  const rowsAtATime = Number(values.rows ?? chunkRows);
  if (!(rowsAtATime >= 1 && rowsAtATime <= chunkRows)) throw new Error(usage);

  const client = new ImportClient(safeService(values.service), key);
  const wish = { fingerprint: await fingerprintOf(file), emailsVerified: values["emails-verified"] };
  const begun = await client.start(wish);
  if (begun.rows > 0) console.log(`${begun.rows} rows were taken before; going on behind them.`);
  const done = await sendAll(client, file, begun, rowsAtATime);
  console.log(`${done.added} people were imported, ${done.refused} rows refused.`);
  if (done.refused === 0) return;
  const report = values.report ?? `${file}.refused`;
  await pipeline(await client.refused(done.id), createWriteStream(report));
  console.log(`Which ones and why is in ${report}.`);
}

/** Hashes of passwords go by https, but on this machine. */
function safeService(address: string): string {
  const { protocol, hostname, origin } = new URL(address);
  const isHere = ["localhost", "127.0.0.1", "[::1]"].includes(hostname);
  if (protocol === "https:" || (protocol === "http:" && isHere)) return origin;
  throw new Error("--service must be an https address.");
}

async function sendAll(
  client: ImportClient,
  file: string,
  begun: ImportProgress,
  rowsAtATime: number,
): Promise<ImportProgress> {
  let progress = begun;
  let chunk: Buffer[] = [];
  let bytes = 0;
  let read = 0;
  const send = async () => {
    if (chunk.length === 0) return;
    const offset = progress.rows;
    progress = await client.sendRows(progress.id, offset, chunk);
    if (progress.rows !== offset + chunk.length) {
      throw new Error("Somebody else sends the same file at this moment. Run the command again once that has ended.");
    }
    [chunk, bytes] = [[], 0];
    console.log(`${progress.rows} rows: ${progress.added} added, ${progress.refused} refused`);
  };
  for await (const row of readPeople(file)) {
    if (read++ < begun.rows) continue;
    if (chunk.length === rowsAtATime || bytes + row.length + 1 > chunkLimitBytes) await send();
    chunk.push(row);
    bytes += row.length + 1;
  }
  await send();
  return progress;
}
