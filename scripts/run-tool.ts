import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

/** The folder of the repository. */
export const repository = fileURLToPath(new URL("..", import.meta.url));

const programs = fileURLToPath(new URL("../node_modules/.bin", import.meta.url));

/** A tool that was started: what it has printed so far, and how to end it with all that it started itself. */
export interface RunningTool {
  process: ChildProcess;
  log(): string;
  stop(): Promise<void>;
}

/** What a tool is run with; with `verbose` it prints as it goes, else nothing is seen unless it fails. */
export interface ToolOptions {
  environment?: Record<string, string>;
  verbose?: boolean;
}

/** Runs one of the project's tools to its end. Throws with all that it printed when it fails. */
export async function runTool(name: string, words: string[], options: ToolOptions = {}): Promise<void> {
  const tool = startTool(name, words, options);
  const [status] = await once(tool.process, "close");
  if (status !== 0) throw new Error(`\`${name} ${words.join(" ")}\` failed.\n\n${tool.log()}`);
}

/** Starts one of the project's tools in a process group of its own, so that nothing of it is left behind. */
export function startTool(name: string, words: string[], { environment, verbose }: ToolOptions = {}): RunningTool {
  const child = spawn(`${programs}/${name}`, words, {
    cwd: repository,
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...process.env,
      PATH: `${programs}:${process.env.PATH}`,
      CI: "1",
      WRANGLER_SEND_METRICS: "false",
      ...environment,
    },
  });
  let log = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      log += text;
      if (verbose) process.stderr.write(text);
    });
  }
  child.on("error", (error) => {
    log += error.message;
  });
  const signalAll = (signal: NodeJS.Signals) => signalGroup(child, signal);
  const lastResort = () => signalAll("SIGKILL");
  process.on("exit", lastResort);
  // 'close' comes when the last process of the group has let go of its output.
  const closed = once(child, "close").then(() => process.off("exit", lastResort));

  return {
    process: child,
    log: () => log.trim(),
    async stop() {
      signalAll("SIGTERM");
      const timer = setTimeout(signalAll, 5000, "SIGKILL");
      await closed;
      clearTimeout(timer);
    },
  };
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    // All of them have ended.
  }
}
