import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import type { World } from "../world.ts";

/** How hard a password is to guess, as zxcvbn estimates it. */
export interface Strength {
  score: 0 | 1 | 2 | 3 | 4;
  /** Whether it is, letter case aside, one of the passwords that are tried first. */
  isCommon: boolean;
}

/** What guesses are made of, as the build puts it beside the worker: more than half of what the worker itself would be. */
interface GuessingData {
  dictionary: Record<string, string[]>;
  graphs: Record<string, Record<string, (string | null)[]>>;
}

interface Estimator {
  zxcvbn: ZxcvbnFactory;
  commonPasswords: ReadonlySet<string>;
}

// Only this much is looked at: the estimate takes time that grows faster than the text, and beyond it nothing changes.
const longestLookedAt = 64;

let loading: Promise<Estimator> | undefined;

/** Estimates a password's strength; `hints` (the address, the service's name) make what contains them weaker. */
export async function passwordStrength(world: World, password: string, hints: readonly string[]): Promise<Strength> {
  loading ??= loadEstimator(world);
  const { zxcvbn, commonPasswords } = await loading.catch((error) => {
    // The next password asks again.
    loading = undefined;
    throw error;
  });
  const { score } = zxcvbn.check(password.slice(0, longestLookedAt), [...hints]);
  return { score, isCommon: commonPasswords.has(password.toLowerCase()) };
}

async function loadEstimator({ assets, settings }: World): Promise<Estimator> {
  const found = await assets.fetch(new Request(`${settings.origin}/guessing-data.json`));
  if (!found.ok) throw new Error("guessing-data.json is not among the assets: `npm run build` puts it there");
  const { dictionary, graphs }: GuessingData = await found.json();
  return {
    zxcvbn: new ZxcvbnFactory({ dictionary, graphs }),
    commonPasswords: new Set(dictionary["passwords-common"]),
  };
}
