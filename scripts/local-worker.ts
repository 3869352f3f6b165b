import { createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { type RunningTool, runTool, startTool } from "./run-tool.ts";

/** How a worker is run on this machine. */
export interface LocalWorkerOptions {
  port: number;
  /** Where D1 and KV are kept; the folder of `wrangler dev` where nothing is named. */
  persistTo?: string;
  /** Settings in place of those of wrangler.toml. */
  settings?: Record<string, string>;
  verbose?: boolean;
}

/** The worker, answering at `address` until it is stopped. */
export interface LocalWorker extends RunningTool {
  address: string;
}

const startSeconds = 60;

/** Makes the local database what worker/migrations says; run again, it changes nothing. */
export async function migrateLocalDatabase({ persistTo, verbose }: Omit<LocalWorkerOptions, "port">): Promise<void> {
  const place = persistTo ? ["--persist-to", persistTo] : [];
  await runTool("wrangler", ["d1", "migrations", "apply", "latchkey", "--local", ...place], { verbose });
}

/** Starts the worker and waits until it is healthy. Throws with its log when that takes a minute, or it ends before. */
export async function startLocalWorker(options: LocalWorkerOptions): Promise<LocalWorker> {
  const { port, persistTo, settings = {}, verbose } = options;
  const address = `http://localhost:${port}`;
  const words = ["dev", "--port", `${port}`, "--inspector-port", `${await freePort()}`];
  if (persistTo) words.push("--persist-to", persistTo);
  for (const [name, value] of Object.entries({ ORIGIN: address, ...settings })) words.push("--var", `${name}:${value}`);

  const tool = startTool("wrangler", words, { verbose });
  const lastMoment = Date.now() + startSeconds * 1000;
  while (!(await isHealthy(address))) {
    const hasEnded = tool.process.exitCode !== null;
    const wrongSettings = wrongSettingsIn(tool.log());
    if (hasEnded || wrongSettings || Date.now() > lastMoment) {
      await tool.stop();
      if (wrongSettings) throw new Error(wrongSettings);
      throw new Error(`The worker ${hasEnded ? "ended before it was" : "did not get"} healthy.\n\n${tool.log()}`);
    }
    await pause(100);
  }
  return { ...tool, address };
}

/** The one line that a worker ends with whose settings are wrong, out of all that is logged around it. */
function wrongSettingsIn(log: string): string | undefined {
  return /Latchkey cannot start: .*?See wrangler\.toml\./.exec(log)?.[0];
}

/** A TCP port that nothing listens on at the moment. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("the system gave no port");
  return address.port;
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
