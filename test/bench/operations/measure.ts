import type { DatabaseUse } from "../servers/counting.ts";
import { median, quartiles } from "../statistics.ts";
import type { Call } from "./call.ts";
import { type Operation, type OperationName, type Operations, operationNames } from "./operation.ts";

/** What one operation took on one side. */
export interface Taken {
  /** The median, in milliseconds. */
  ms: number;
  /** Of the last round; `sqlMs` is the mean of all. */
  use: DatabaseUse;
}

/** A time as a part of another one's, of the same round: the median, and the quartiles around it. */
export interface Ratio {
  median: number;
  quartiles: [number, number];
}

/** One line of the table: what Latchkey took and, where it can do that, the peer. */
export interface Measured {
  name: OperationName;
  latchkey: Taken;
  peer?: Taken;
  /** Latchkey's time as a part of the peer's. */
  ratio?: Ratio;
}

/** Measures every operation on both sides. */
export async function measureOperations(
  latchkey: Operations,
  peer: Partial<Operations>,
  rounds: number,
  progress: (name: OperationName) => void,
): Promise<Measured[]> {
  const measured: Measured[] = [];
  for (const name of operationNames) {
    progress(name);
    const peers = peer[name];
    const calls = await takeTurns(latchkey[name], peers, rounds);
    measured.push({
      name,
      latchkey: takenOf(calls.one),
      ...(peers && { peer: takenOf(calls.other), ratio: ratioOf(calls) }),
    });
  }
  return measured;
}

/** Measures the same operation on two sides; the ratio is the one's time as a part of the other's. */
export async function measureBoth(
  one: Operation,
  other: Operation,
  rounds: number,
): Promise<{ one: Taken; other: Taken; ratio: Ratio }> {
  const calls = await takeTurns(one, other, rounds);
  return { one: takenOf(calls.one), other: takenOf(calls.other), ratio: ratioOf(calls) };
}

/** What two sides were asked, round by round; nothing of a side that cannot do it. */
interface Calls {
  one: Call[];
  other: Call[];
}

/**
 * Runs both in turn, so that whatever else the machine does falls on both. Who begins changes with each round: the
 * second finds the machine awake.
 */
async function takeTurns(one: Operation, other: Operation | undefined, rounds: number): Promise<Calls> {
  const calls: Calls = { one: [], other: [] };
  const turns = [["one", one] as const, ...(other ? [["other", other] as const] : [])];
  // The first round finds nothing compiled and is not counted, unless it is the only one: then nobody looks at times.
  for (let round = rounds > 1 ? -1 : 0; round < rounds; round++) {
    for (const [side, operation] of round % 2 === 0 ? turns : turns.toReversed()) {
      const run = await operation();
      const call = await run();
      if (round >= 0) calls[side].push(call);
    }
  }
  return calls;
}

function takenOf(calls: readonly Call[]): Taken {
  const last = calls.at(-1);
  if (!last) throw new Error("nothing was measured");
  const sqlMs = calls.reduce((sum, { use }) => sum + use.sqlMs, 0) / calls.length;
  return { ms: median(calls.map(({ ms }) => ms)), use: { ...last.use, sqlMs } };
}

function ratioOf({ one, other }: Calls): Ratio {
  const ratios = one.map(({ ms }, round) => ms / (other[round]?.ms ?? Number.NaN));
  return { median: median(ratios), quartiles: quartiles(ratios) };
}
