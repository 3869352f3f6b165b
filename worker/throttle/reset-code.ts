import type { D1PreparedStatement, D1Result } from "@cloudflare/workers-types";
import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import { type Guard, known } from "../guard.ts";
import type { World } from "../world.ts";
import { networkMac } from "./key.ts";
import { networkResetCodes, resetCodes, resetKey } from "./rules.ts";
import { readBlockedUntil, takeTryBack } from "./store.ts";
import { type Counter, forgiveTries, tryToTake } from "./take-try.ts";

/** A try of a reset's code that was counted, and what takes it back. */
export interface TakenResetTry {
  /** Where the code was right and its password was set: all wrong ones of the address are forgotten. */
  forgive: D1PreparedStatement[];
  /** Where the code was right and its password was refused: this one try is. */
  giveBack: D1PreparedStatement[];
}

/** The try of a reset's code, to be counted in the caller's batch. */
export interface ResetCodeTry {
  statements: D1PreparedStatement[];
  isTaken: Guard;
  /** `link_required`: the address has had as many wrong codes as it may. */
  read: (
    results: readonly D1Result[],
  ) => Outcome<TakenResetTry, "link_required" | "too_many_attempts", { retryAfter?: number }>;
}

/**
 * Counts a code with all wrong ones of its address, whatever resets they were for, and with those of the network
 * (promise G5). Strangers fill both; neither refuses the link that comes with the code.
 */
export async function resetCodeTry(world: World, addressMac: string): Promise<ResetCodeTry> {
  const addressKey = resetKey(addressMac);
  const network = await networkMac(world);
  const networkKey = network && `reset-code:network:${network}`;
  const ofAddress: Counter = { key: known(addressKey), policy: resetCodes };
  const ofNetwork: Counter[] = networkKey ? [{ key: known(networkKey), policy: networkResetCodes }] : [];
  const attempt = tryToTake(world, [ofAddress, ...ofNetwork]);
  const statements = [...attempt.statements, readBlockedUntil(world.db, [known(addressKey)])];
  return {
    statements,
    isTaken: attempt.isTaken,
    read(results) {
      const taken = attempt.read(results);
      if (!taken.ok) {
        const [address] = (results[statements.length - 1]?.results ?? []) as { blocked_until: number | null }[];
        return (address?.blocked_until ?? 0) > world.now ? fail("link_required") : taken;
      }
      const [addressRow, networkRow] = taken.value;
      const ofOthers = networkKey && networkRow ? [takeTryBack(world, networkKey, networkRow)] : [];
      return ok({
        forgive: [forgiveTries(world, addressKey), ...ofOthers],
        giveBack: [...(addressRow ? [takeTryBack(world, addressKey, addressRow)] : []), ...ofOthers],
      });
    },
  };
}
