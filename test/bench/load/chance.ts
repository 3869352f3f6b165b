/** Chance that can be repeated: each call answers the next number from 0 up to 1 of a seed's row. */
export type Chance = () => number;

/** The row of a seed (mulberry32): good enough to choose by, not to keep a secret by. */
export function chanceOf(seed: number): Chance {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A whole number below `limit`. */
export function below(chance: Chance, limit: number): number {
  return Math.floor(chance() * limit);
}

/** One of some values; throws of none. */
export function oneOf<Value>(chance: Chance, values: readonly Value[]): Value {
  const value = values[below(chance, values.length)];
  if (value === undefined) throw new Error("there is nothing to choose from");
  return value;
}

/** One of some values, each as often as its weight says. */
export function weighted<Value>(chance: Chance, choices: readonly (readonly [weight: number, value: Value])[]): Value {
  let left = chance() * choices.reduce((sum, [weight]) => sum + weight, 0);
  for (const [weight, value] of choices) {
    left -= weight;
    if (left < 0) return value;
  }
  return oneOf(
    chance,
    choices.map(([, value]) => value),
  );
}
