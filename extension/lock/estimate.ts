import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import { adjacencyGraphs, dictionary } from "@zxcvbn-ts/language-common";

// Beyond this an estimate takes long and changes nothing.
const longestLookedAt = 64;

let estimator: ZxcvbnFactory | undefined;

/** How hard a passphrase is to guess: 0 (at once) to 4, as zxcvbn estimates it. */
export function estimate(passphrase: string): 0 | 1 | 2 | 3 | 4 {
  estimator ??= new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
  return estimator.check(passphrase.slice(0, longestLookedAt), ["latchkey"]).score;
}
