import { relative } from "node:path";
import { parseArgs, styleText } from "node:util";
import { type RunningSite, startSite } from "../test/example-site/start.ts";
import { buildClient, buildExtension, buildPages } from "./build.ts";
import { openFront } from "./front.ts";
import { type LocalWorker, migrateLocalDatabase, portIsTaken, startLocalWorker } from "./local-worker.ts";
import { repository } from "./run-tool.ts";

const { verbose } = parseArgs({ options: { verbose: { type: "boolean", default: false } } }).values;
const port = Number(process.env.PORT ?? 8787);
// With PORT=0 the system chooses, which has to be known before the extension is built for it.
const front = port === 0 ? await openFront() : undefined;
const address = front?.address ?? `http://localhost:${port}`;
/** Where the example site answers: the one that ALLOWED_ORIGINS of wrangler.toml names. */
const sitePort = 8788;
const siteAddress = `http://localhost:${sitePort}`;

let worker: LocalWorker | undefined;
let site: RunningSite | undefined;
let stopping = false;

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, async () => {
    stopping = true;
    await Promise.all([worker?.stop(), site?.stop()]);
    process.exit(0);
  });
}

try {
  await start();
} catch (error) {
  console.error(`\n${styleText("red", "Latchkey did not start.")} ${error instanceof Error ? error.message : error}`);
  process.exit(1);
}

async function start(): Promise<void> {
  if (!front && (await portIsTaken(port))) {
    throw new Error(`Port ${port} is taken. End what runs there, or choose another: PORT=${port + 1} npm start`);
  }
  console.log(styleText("bold", "\nLatchkey\n"));
  await step("Building the hosted pages", buildPages(verbose));
  await step("Building the extension", buildExtension(address, verbose));
  await step("Building the client", buildClient(verbose));
  await step("Preparing the database", migrateLocalDatabase({ verbose }));
  worker = await step("Starting the worker", startLocalWorker(front ? { front, verbose } : { port, verbose }));
  site = await startExample();
  sayWhatIsNext();

  worker.process.on("exit", () => {
    if (stopping) return;
    console.error(`\nThe worker ended by itself.\n\n${worker?.log()}`);
    process.exit(1);
  });
}

/** The example site is a guest: where its port is taken, the rest goes on without it. */
async function startExample(): Promise<RunningSite | undefined> {
  if (await portIsTaken(sitePort)) return undefined;
  return step("Starting the example site", startSite({ port: sitePort, service: address }));
}

async function step<Result>(name: string, work: Promise<Result>): Promise<Result> {
  const began = performance.now();
  process.stdout.write(`  ${name} ...`);
  const result = await work;
  console.log(styleText("dim", ` ${((performance.now() - began) / 1000).toFixed(1)} s`));
  return result;
}

function sayWhatIsNext(): void {
  const lines = {
    Open: `${styleText("cyan", address)}  and create an account`,
    Mail: `${styleText("cyan", `${address}/mailbox`)}  is where its code arrives`,
    Example: site
      ? `${styleText("cyan", siteAddress)}  is another site, which signs people in by it`
      : `not started: ${siteAddress} is taken`,
    Extension: `chrome://extensions > Developer mode > Load unpacked > ${relative(process.cwd(), `${repository}.output/chrome-mv3`)}`,
    Stop: "Ctrl-C",
  };
  console.log();
  for (const [name, text] of Object.entries(lines)) console.log(`  ${styleText("bold", name.padEnd(11))}${text}`);
  console.log();
}
