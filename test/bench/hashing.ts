import { execFileSync } from "node:child_process";
import { argon2Path } from "../../scripts/ensure-tools.ts";
import { call } from "./operations/call.ts";
import { median, quartiles } from "./statistics.ts";

/** Argon2id with the parameters of promise P1, in the worker and by the reference implementation in C. */
export interface Hashing {
  /** Medians, in milliseconds. */
  latchkeyMs: number;
  referenceMs: number;
  ratio: { median: number; quartiles: [number, number] };
}

const parameters = ["-id", "-t", "2", "-k", "19456", "-p", "1", "-l", "32"];

/** Measures one hash here and one there in turn; a request that does nothing is taken from the worker's. */
export async function measureHashing(address: string, rounds: number): Promise<Hashing> {
  const [ours, reference] = [[] as number[], [] as number[]];
  for (let round = -1; round < rounds; round++) {
    const { ms: floorMs } = await call("GET", `${address}/bench/floor`);
    const { ms } = await call("GET", `${address}/bench/hash`);
    const referenceMs = referenceHash();
    // The first one finds nothing compiled.
    if (round < 0) continue;
    ours.push(ms - floorMs);
    reference.push(referenceMs);
  }
  const ratios = ours.map((ms, index) => ms / (reference[index] ?? Number.NaN));
  return {
    latchkeyMs: median(ours),
    referenceMs: median(reference),
    ratio: { median: median(ratios), quartiles: quartiles(ratios) },
  };
}

/** Milliseconds that the reference takes, by its own clock. */
function referenceHash(): number {
  const said = execFileSync(argon2Path(), ["a salt of sixteen", ...parameters], {
    input: "a long way to the harbour",
    encoding: "utf8",
  });
  const seconds = /^([\d.]+) seconds$/m.exec(said)?.[1];
  if (seconds === undefined) throw new Error(`argon2 did not say how long it took:\n${said}`);
  return Number(seconds) * 1000;
}
