import type { D1PreparedStatement } from "@cloudflare/workers-types";
import { randomId } from "../../crypto/random.ts";
import { newToken } from "../../crypto/token.ts";
import type { Guard, Term } from "../../guard.ts";
import { minute } from "../../time.ts";
import type { World } from "../../world.ts";
import { type ChallengeUse, challengeLifetimeMinutes } from "./rules.ts";
import { deleteChallenges, insertChallenge } from "./store.ts";

/** A challenge that can be answered once `statements` were run and the last one answered a row. */
export interface ChallengeToAsk {
  statements: D1PreparedStatement[];
  id: string;
  challenge: string;
  expiresAt: string;
  /** Milliseconds that the browser may wait. */
  timeout: number;
}

/**
 * Makes a challenge for one use, to be kept in the caller's batch while `guard` holds. A newer one voids the older of the same session
 * or sign-in; those for nobody in particular stand beside each other.
 */
export async function askChallenge(
  world: World,
  use: ChallengeUse,
  accountId: Term,
  guard: Guard,
): Promise<ChallengeToAsk> {
  const { token: challenge, hash } = await newToken(world.random);
  const id = randomId(world.random);
  const timeout = challengeLifetimeMinutes * minute;
  const expiresAt = world.now + timeout;
  return {
    statements: [
      ...(use.subject === "" ? [] : [deleteChallenges(world.db, use)]),
      insertChallenge(world.db, { ...use, id, hash, accountId, expiresAt }, guard),
    ],
    id,
    challenge,
    expiresAt: new Date(expiresAt).toISOString(),
    timeout,
  };
}
