import { execFile } from "node:child_process";
import { globSync, statSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { repository, runTool } from "../../../scripts/run-tool.ts";

export const sides = ["latchkey", "peer"] as const;

/** The one that is measured, and what it is measured against. */
export type Side = (typeof sides)[number];

/** What is bundled: both sides, ours over a database that fails, and ours again for the measurement of scale. */
export type Server = Side | "load" | "scale";

const config: Record<Server, string> = {
  latchkey: "test/bench/servers/latchkey.toml",
  scale: "test/bench/servers/latchkey.toml",
  load: "test/bench/servers/load.toml",
  peer: "test/bench/peer/wrangler.toml",
};

/** The folder that a server's bundle is built into. */
export const bundleOf = (server: Server): string => join(repository, ".output/bench", server);

/** Installs the peer's packages by their own lock file where they are not, and bundles both workers as a deployment does. */
export async function bundleServers(): Promise<void> {
  const peer = join(repository, "test/bench/peer");
  if (!isInstalled(peer)) {
    await promisify(execFile)("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], { cwd: peer });
  }
  await Promise.all(sides.map(bundleServer));
}

/** Whether npm has installed a folder's packages since its lock file was last another. */
function isInstalled(folder: string): boolean {
  const changed = (path: string) => statSync(join(folder, path), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return changed("node_modules/.package-lock.json") > changed("package-lock.json");
}

/** Bundles one as a deployment does. */
export function bundleServer(server: Server): Promise<void> {
  const words = ["deploy", "--dry-run", "--minify", "--config", config[server], "--outdir", bundleOf(server)];
  return runTool("wrangler", words);
}

/** A server's bundle as the runtime takes it. */
export function modulesOf(server: Server) {
  const folder = bundleOf(server);
  const inBundle = (type: "ESModule" | "CompiledWasm", end: string) =>
    globSync(`*${end}`, { cwd: folder }).map((name) => ({ type, path: join(folder, name) }));
  return { modulesRoot: folder, modules: [...inBundle("ESModule", ".js"), ...inBundle("CompiledWasm", ".wasm")] };
}
