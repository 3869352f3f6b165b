import { createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { type Front, openFront } from "./front.ts";
import { type RunningTool, runTool, startTool } from "./run-tool.ts";

/** How a worker is run on this machine. */
export interface LocalWorkerOptions {
  /** Where the worker is to listen; without it the system chooses, and a front stands before it. */
  port?: number;
  /** The front to stand before it, where its address had to be known earlier; it is closed with the worker. */
  front?: Front;
  /** Where D1 and KV are kept; the folder of `wrangler dev` where nothing is named. */
  persistTo?: string;
  /** Settings in place of those of wrangler.toml. */
  settings?: Record<string, string>;
  /** Where a debugger can attach; without it the system chooses. */
  inspectorPort?: number;
  verbose?: boolean;
}

/** The worker, answering at `address` until it is stopped. */
export interface LocalWorker extends RunningTool {
  address: string;
}

const startSeconds = 60;

/** Makes the local database what worker/migrations says; run again, it changes nothing. */
export async function migrateLocalDatabase({ persistTo, verbose }: LocalWorkerOptions): Promise<void> {
  const place = persistTo ? ["--persist-to", persistTo] : [];
  await runTool("wrangler", ["d1", "migrations", "apply", "latchkey", "--local", ...place], { verbose });
}

/** Starts the worker and waits until it is healthy. Throws with its log when that takes a minute, or it ends before. */
export async function startLocalWorker(options: LocalWorkerOptions): Promise<LocalWorker> {
  const { port, persistTo, settings = {}, inspectorPort = 0, verbose } = options;
  const front = port === undefined ? (options.front ?? (await openFront())) : undefined;
  const address = front?.address ?? `http://localhost:${port}`;
  const words = ["dev", "--port", `${port ?? 0}`, "--inspector-port", `${inspectorPort}`];
  if (persistTo) words.push("--persist-to", persistTo);
  for (const [name, value] of Object.entries({ ORIGIN: address, ...settings })) words.push("--var", `${name}:${value}`);

  const tool = startTool("wrangler", words, { verbose });
  const stop = async () => {
    await Promise.all([tool.stop(), front?.close()]);
  };
  const lastMoment = Date.now() + startSeconds * 1000;
  while (!(await isHealthy(address))) {
    const hasEnded = tool.process.exitCode !== null;
    const wrongSettings = wrongSettingsIn(tool.log());
    if (hasEnded || wrongSettings || Date.now() > lastMoment) {
      await stop();
      if (wrongSettings) throw new Error(wrongSettings);
      throw new Error(`The worker ${hasEnded ? "ended before it was" : "did not get"} healthy.\n\n${tool.log()}`);
    }
    const chosen = chosenPortIn(tool.log());
    if (chosen !== undefined) front?.passTo(chosen);
    await pause(100);
  }
  return { ...tool, stop, address };
}

/** The port that the worker says it listens on, once it does. */
function chosenPortIn(log: string): number | undefined {
  const said = /Ready on http:\/\/[^\s:]+:(\d+)/.exec(log)?.[1];
  return said === undefined ? undefined : Number(said);
}

/** The one line that a worker ends with whose settings are wrong, out of all that is logged around it. */
function wrongSettingsIn(log: string): string | undefined {
  return /Latchkey cannot start: .*?See wrangler\.toml\./.exec(log)?.[0];
}

/** Whether something listens on a port of this machine already, by IPv4 or IPv6. */
export async function portIsTaken(port: number): Promise<boolean> {
  const tries = ["127.0.0.1", "::1"].map(
    (host) =>
      new Promise<boolean>((resolve) => {
        const server = createServer();
        server.once("error", (error: NodeJS.ErrnoException) => resolve(error.code === "EADDRINUSE"));
        server.listen(port, host, () => server.close(() => resolve(false)));
      }),
  );
  return (await Promise.all(tries)).includes(true);
}

async function isHealthy(address: string): Promise<boolean> {
  try {
    return (await fetch(`${address}/health`, { signal: AbortSignal.timeout(5000) })).ok;
  } catch {
    return false;
  }
}
