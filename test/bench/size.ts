import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { bundleOf, type Side, sides } from "./servers/bundle.ts";
import { startEmpty, startOne } from "./servers/start.ts";
import { median } from "./statistics.ts";

/** How much a worker is, and how long it takes to be there. */
export interface Size {
  /** Minified and gzipped, each file by itself as it is uploaded. */
  kibibytes: number;
  /** The median from starting the runtime to the first answer, beyond what an empty worker takes; in milliseconds. */
  startMs: number;
}

/** Measures both sides' bundles, and how they start, in turn. */
export async function measureSizes(rounds: number): Promise<Record<Side, Size>> {
  const starts: Record<Side, number[]> = { latchkey: [], peer: [] };
  for (let round = 0; round < rounds; round++) {
    const emptyMs = await timed(startEmpty);
    for (const side of sides) starts[side].push((await timed(() => startOne(side))) - emptyMs);
  }
  const size = (side: Side): Size => ({ kibibytes: kibibytesOf(bundleOf(side)), startMs: median(starts[side]) });
  return { latchkey: size("latchkey"), peer: size("peer") };
}

/** What the scripts and WebAssembly in a folder are once gzipped, in KiB. */
export function kibibytesOf(folder: string): number {
  const files = globSync(["*.js", "*.wasm"], { cwd: folder });
  return files.reduce((sum, name) => sum + gzipSync(readFileSync(join(folder, name))).length, 0) / 1024;
}

/** Milliseconds until what is started answers; it is stopped again. */
async function timed(start: () => Promise<{ address: string; stop: () => Promise<void> }>): Promise<number> {
  const began = performance.now();
  const { address, stop } = await start();
  await (await fetch(`${address}/bench/floor`)).text();
  const ms = performance.now() - began;
  await stop();
  return ms;
}
