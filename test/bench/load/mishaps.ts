import type { Mishap } from "../../support/resend-server.ts";
import { type Chance, chanceOf, oneOf } from "./chance.ts";
import { seedFor } from "./people/town.ts";

/** Lets mail fail at times, by a chance of its own for each address, and counts how often it did. */
export class Mishaps {
  readonly injected: Record<Mishap, number> = { fault: 0, cut: 0, lost: 0 };
  readonly #byAddress = new Map<string, { chance: Chance; count: number }>();

  readonly #seed: number;
  readonly #rate: () => number;

  constructor(seed: number, rate: () => number) {
    this.#seed = seed;
    this.#rate = rate;
  }

  /** What goes wrong with the next mail to an address, if anything. */
  next(address: string): Mishap | null {
    const of = this.#byAddress.get(address) ?? { chance: chanceOf(seedFor(this.#seed, "mail", address)), count: 0 };
    this.#byAddress.set(address, of);
    if (of.chance() >= this.#rate()) return null;
    const mishap = oneOf(of.chance, ["fault", "cut", "lost"] as const);
    of.count++;
    this.injected[mishap]++;
    return mishap;
  }

  /** How often mail to an address failed so far. */
  of(address: string): number {
    return this.#byAddress.get(address)?.count ?? 0;
  }
}
