import type { D1PreparedStatement } from "@cloudflare/workers-types";
import type { Amr } from "../../shared/contract/session.ts";
import { newToken } from "../crypto/token.ts";
import type { SessionToCarry } from "../http/session-carrier.ts";
import type { World } from "../world.ts";
import { assuranceLevel, type CurrentSession, elevationMinutes } from "./rules.ts";
import { renewSession } from "./store.ts";

/** A session after a step-up, under its new token. */
export interface ElevatedSession {
  session: SessionToCarry;
  elevatedUntil: number;
}

/**
 * Elevates a session that has just given `proof` and renews its token, with `also` in the same transaction;
 * null when it ended or was renewed meanwhile.
 */
export async function elevateSession(
  world: World,
  current: CurrentSession,
  proof: Amr,
  also: readonly D1PreparedStatement[],
): Promise<ElevatedSession | null> {
  const { token, hash } = await newToken(world.random);
  const amr = [...new Set([...current.amr, proof])];
  const elevatedUntil = world.now + elevationMinutes * 60_000;
  const statement = renewSession(world.db, current, {
    tokenHash: hash,
    aal: assuranceLevel(amr),
    amr: amr.join(" "),
    now: world.now,
    secondFactorAt: proof === "pwd" ? current.secondFactorAt : world.now,
    elevatedUntil,
  });
  const [result] = await world.db.batch<{ id: string; expires_at: number }>([statement, ...also]);
  const renewed = result?.results[0];
  if (!renewed) return null;
  return { session: { id: renewed.id, token, expiresAt: renewed.expires_at }, elevatedUntil };
}
