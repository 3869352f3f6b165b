import { execFile } from "node:child_process";
import { globSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { repository, runTool } from "../../../scripts/run-tool.ts";

export const sides = ["latchkey", "peer"] as const;

/** The one that is measured, and what it is measured against. */
export type Side = (typeof sides)[number];

const config = { latchkey: "test/bench/servers/latchkey.toml", peer: "test/bench/peer/wrangler.toml" };

/** The folder that a side's bundle is built into. */
export const bundleOf = (side: Side): string => join(repository, ".output/bench", side);

/** Installs the peer's packages by their own lock file, and bundles both workers as a deployment does. */
export async function bundleServers(): Promise<void> {
  const peer = join(repository, "test/bench/peer");
  await promisify(execFile)("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], { cwd: peer });
  for (const side of sides) {
    await runTool("wrangler", [
      "deploy",
      "--dry-run",
      "--minify",
      "--config",
      config[side],
      "--outdir",
      bundleOf(side),
    ]);
  }
}

/** A side's bundle as the runtime takes it. */
export function modulesOf(side: Side) {
  const folder = bundleOf(side);
  const inBundle = (type: "ESModule" | "CompiledWasm", end: string) =>
    globSync(`*${end}`, { cwd: folder }).map((name) => ({ type, path: join(folder, name) }));
  return { modulesRoot: folder, modules: [...inBundle("ESModule", ".js"), ...inBundle("CompiledWasm", ".wasm")] };
}
