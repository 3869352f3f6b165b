import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import { adjacencyGraphs, dictionary } from "@zxcvbn-ts/language-common";

/** How hard a password is to guess, as zxcvbn estimates it. */
export interface Strength {
  score: 0 | 1 | 2 | 3 | 4;
  /** Whether it is, letter case aside, one of the passwords that are tried first. */
  isCommon: boolean;
}

// Only this much is looked at: the estimate takes time that grows faster than the text, and beyond it nothing changes.
const longestLookedAt = 64;

let estimator: ZxcvbnFactory | undefined;
let commonPasswords: Set<string | number> | undefined;

/** Estimates a password's strength; `hints` (the address, the service's name) make what contains them weaker. */
export function passwordStrength(password: string, hints: readonly string[]): Strength {
  estimator ??= new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
  commonPasswords ??= new Set(dictionary["passwords-common"]);
  const { score } = estimator.check(password.slice(0, longestLookedAt), [...hints]);
  return { score, isCommon: commonPasswords.has(password.toLowerCase()) };
}
