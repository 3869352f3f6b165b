import type { D1PreparedStatement, D1Result } from "@cloudflare/workers-types";
import { hashToken } from "../../crypto/token.ts";
import type { Guard } from "../../guard.ts";
import type { World } from "../../world.ts";
import type { ChallengeUse } from "./rules.ts";
import { useChallenge } from "./store.ts";

/** A statement that spends a challenge of this use, while `guard` holds, whatever becomes of its answer: once, ever. */
export function spendChallenge(world: World, id: string, use: ChallengeUse, guard: Guard): D1PreparedStatement {
  return useChallenge(world.db, { ...use, id, now: world.now }, guard);
}

/** What tells whether a signed challenge is the one that was spent; null where there was none to spend. */
export function spentChallenge(result: D1Result | undefined): ((challenge: string) => Promise<boolean>) | null {
  const [row] = (result?.results ?? []) as { hash: string }[];
  return row ? async (challenge) => (await hashToken(challenge)) === row.hash : null;
}
