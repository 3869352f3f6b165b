import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { D1Database } from "@cloudflare/workers-types";
import { getPlatformProxy } from "wrangler";
import { migrateLocalDatabase } from "../../scripts/local-worker.ts";
import { repository } from "../../scripts/run-tool.ts";

/** How a command ended, and all that it said. */
export interface Said {
  status: number;
  output: string;
}

/** A D1 of this machine in a folder of its own, as the commands of `scripts/` find it. */
export class LocalDatabase {
  readonly #folder: string;

  private constructor(folder: string) {
    this.#folder = folder;
  }

  /** Makes one that every migration was applied to. */
  static async make(): Promise<LocalDatabase> {
    const folder = await mkdtemp(join(tmpdir(), "latchkey-"));
    await migrateLocalDatabase({ persistTo: folder });
    return new LocalDatabase(folder);
  }

  /** Reads or changes it directly, while no command runs. */
  async use<T>(task: (db: D1Database) => Promise<T>): Promise<T> {
    const configPath = join(this.#folder, "wrangler.json");
    const database = { binding: "DB", database_name: "latchkey", database_id: "00000000-0000-0000-0000-000000000000" };
    const config = { name: "test", compatibility_date: "2026-10-01", d1_databases: [database] };
    await writeFile(configPath, JSON.stringify(config));
    const persist = { path: join(this.#folder, "v3") };
    const { env, dispose } = await getPlatformProxy<{ DB: D1Database }>({ configPath, persist });
    try {
      return await task(env.DB);
    } finally {
      await dispose();
    }
  }

  /** Runs a command of `scripts/` on it. */
  async run(script: string, environment: Record<string, string> = {}): Promise<Said> {
    const child = spawn(process.execPath, [`scripts/${script}`, "--persist-to", this.#folder], {
      cwd: repository,
      env: { ...process.env, ...environment, NO_COLOR: "1", FORCE_COLOR: undefined },
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (text) => (output += text));
    const [status] = await once(child, "close");
    return { status, output };
  }

  /** Takes it away. */
  remove(): Promise<void> {
    return rm(this.#folder, { recursive: true });
  }
}
