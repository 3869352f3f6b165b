import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { repository } from "../../scripts/run-tool.ts";

/** What a command of a document has printed, and how it ended. */
export interface Ended {
  status: number | null;
  output: string;
}

/** A clone of this repository with the changes of its working tree, in a folder of its own and without packages. */
export class Clone {
  readonly folder = mkdtempSync(join(tmpdir(), "latchkey-clone-"));
  private readonly running = new Set<ChildProcess>();

  constructor() {
    execFileSync("git", ["clone", "--quiet", repository, this.folder]);
    const listed = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
      cwd: repository,
      encoding: "utf8",
    });
    for (const path of listed.split("\0").filter(Boolean)) {
      const to = join(this.folder, path);
      rmSync(to, { force: true });
      if (!existsSync(join(repository, path))) continue;
      mkdirSync(dirname(to), { recursive: true });
      cpSync(join(repository, path), to);
    }
  }

  /** Runs a command in a shell, as a person would, until it ends. */
  async run(command: string): Promise<Ended> {
    const { child, output } = this.spawn(command);
    const [status] = await once(child, "close");
    return { status, output: output() };
  }

  /** Starts a command that goes on. Resolves with the first match of `sign` in its output; throws where it ends before. */
  start(command: string, sign: RegExp): Promise<{ match: RegExpExecArray; stop(): Promise<Ended> }> {
    const { child, output } = this.spawn(command);
    const closed = once(child, "close");
    const stop = async () => {
      if (child.pid !== undefined) process.kill(-child.pid, "SIGTERM");
      const [status] = await closed;
      return { status, output: output() };
    };
    return new Promise((resolve, reject) => {
      for (const stream of [child.stdout, child.stderr]) {
        stream?.on("data", () => {
          const match = sign.exec(output());
          if (match) resolve({ match, stop });
        });
      }
      child.once("close", () => reject(new Error(`\`${command}\` ended.\n\n${output()}`)));
    });
  }

  /** Ends what still runs, and removes the folder. */
  async remove(): Promise<void> {
    for (const { pid } of this.running) if (pid !== undefined) process.kill(-pid, "SIGKILL");
    await Promise.all([...this.running].map((child) => once(child, "close")));
    rmSync(this.folder, { recursive: true, force: true });
  }

  private spawn(command: string): { child: ChildProcess; output: () => string } {
    const child = spawn("sh", ["-c", command], {
      cwd: this.folder,
      detached: true,
      stdio: ["ignore", "pipe", "pipe"],
      env: this.environment(),
    });
    this.running.add(child);
    child.once("close", () => this.running.delete(child));
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => {
        output += text;
      });
    }
    return { child, output: () => output };
  }

  /** As in a new terminal: nothing of the npm or vitest that runs this test, nor of its packages. */
  private environment(): NodeJS.ProcessEnv {
    const kept = Object.entries(process.env).filter(
      ([name]) => !/^(npm_|VITEST|NODE_|INIT_CWD$|TEST$|MODE$)/i.test(name),
    );
    const path = (process.env.PATH ?? "").split(delimiter).filter((part) => !part.includes("node_modules"));
    return {
      ...Object.fromEntries(kept),
      PATH: path.join(delimiter),
      // Any free port, and what the install of this checkout has fetched already.
      PORT: "0",
      npm_config_prefer_offline: "true",
      npm_config_update_notifier: "false",
      CI: "1",
      WRANGLER_SEND_METRICS: "false",
    };
  }
}
