import type { D1PreparedStatement } from "@cloudflare/workers-types";
import { randomId } from "../crypto/random.ts";
import { newToken } from "../crypto/token.ts";
import type { Guard } from "../guard.ts";
import type { SessionToCarry } from "../http/session-carrier.ts";
import type { Proof } from "../proof.ts";
import { boundAt } from "../set-aside/bind.ts";
import { day } from "../time.ts";
import type { World } from "../world.ts";
import { assuranceLevel, sessionsAtMost } from "./rules.ts";
import { deleteUnusedSessions, insertSession, sessionExists } from "./store.ts";

/** What somebody signs in by: all that they proved, and the method that is more than a password, if any. */
export type SessionProof = Pick<Proof, "amr" | "by">;

/** A session that begins when `statement` is run and returns a row; without the row, nobody is signed in. */
export interface SessionToIssue {
  statement: D1PreparedStatement;
  /** Ends those beyond the most that an account has, in the same batch. */
  endUnused: D1PreparedStatement;
  /** Holds from then on, where it returned one. */
  isIssued: Guard;
  session: SessionToCarry;
}

/**
 * Makes a session for an account, to be inserted in the caller's batch while `guard` holds.
 * The one way in which sessions come to be (promise S2).
 */
export async function issueSession(
  world: World,
  accountId: string,
  { amr, by }: SessionProof,
  guard: Guard,
): Promise<SessionToIssue> {
  const { token, hash } = await newToken(world.random);
  const id = randomId(world.random);
  const expiresAt = world.now + world.settings.sessionMaximumDays * day;
  const secondFactorAt = amr.some((proof) => proof !== "pwd") ? world.now : null;
  const { caller } = world;
  const row = { id, tokenHash: hash, accountId, aal: assuranceLevel(amr), amr: amr.join(" "), now: world.now, caller };
  const isIssued = sessionExists(accountId, id);
  return {
    statement: insertSession(world.db, { ...row, expiresAt, secondFactorAt, boundAt: boundAt(accountId, by) }, guard),
    endUnused: deleteUnusedSessions(world.db, { accountId, newId: id, most: sessionsAtMost }, isIssued),
    isIssued,
    session: { id, token, expiresAt },
  };
}
