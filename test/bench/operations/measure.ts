import type { DatabaseUse } from "../servers/counting.ts";
import { median, quartiles } from "../statistics.ts";
import { type OperationName, type Operations, operationNames } from "./operation.ts";

/** What one operation took on one side. */
export interface Taken {
  /** The median, in milliseconds. */
  ms: number;
  /** Of the last round. */
  use: DatabaseUse;
}

/** One line of the table: what Latchkey took and, where it can do that, the peer. */
export interface Measured {
  name: OperationName;
  latchkey: Taken;
  peer?: Taken;
  /** Latchkey's time as a part of the peer's, in the same round: the median, and the quartiles around it. */
  ratio?: { median: number; quartiles: [number, number] };
}

/** Measures every operation, one side and the other in turn, so that whatever else the machine does falls on both. */
export async function measureOperations(
  latchkey: Operations,
  peer: Partial<Operations>,
  rounds: number,
  progress: (name: OperationName) => void,
): Promise<Measured[]> {
  const measured: Measured[] = [];
  for (const name of operationNames) {
    progress(name);
    const [ours, theirs] = [new Series(), new Series()];
    const peers = peer[name];
    // The first round finds nothing compiled; it is not counted.
    for (let round = -1; round < rounds; round++) {
      await ours.take(await latchkey[name](), round >= 0);
      if (peers) await theirs.take(await peers(), round >= 0);
    }
    const ratios = theirs.times.map((time, index) => (ours.times[index] ?? Number.NaN) / time);
    measured.push({
      name,
      latchkey: ours.taken(),
      ...(peers && { peer: theirs.taken(), ratio: { median: median(ratios), quartiles: quartiles(ratios) } }),
    });
  }
  return measured;
}

class Series {
  readonly times: number[] = [];
  #use: DatabaseUse | undefined;

  async take(run: Awaited<ReturnType<Operations[OperationName]>>, counts: boolean): Promise<void> {
    const { ms, use } = await run();
    this.#use = use;
    if (counts) this.times.push(ms);
  }

  taken(): Taken {
    if (!this.#use) throw new Error("nothing was measured");
    return { ms: median(this.times), use: this.#use };
  }
}
