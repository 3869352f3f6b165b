import type { D1PreparedStatement } from "@cloudflare/workers-types";
import { newToken } from "../crypto/token.ts";
import type { SessionToCarry } from "../http/session-carrier.ts";
import type { Proof } from "../proof.ts";
import { boundAt } from "../set-aside/bind.ts";
import { minute } from "../time.ts";
import type { World } from "../world.ts";
import { assuranceLevel, type CurrentSession, elevationMinutes, provedWith } from "./rules.ts";
import { renewSession, tokenIs } from "./store.ts";

/** A session after a step-up, under its new token. */
export interface ElevatedSession {
  session: SessionToCarry;
  elevatedUntil: number;
}

/**
 * Elevates a session that has just given `proof` and renews its token, with `also` in the same transaction, which uses the proof up;
 * null when the proof was no longer good by then.
 */
export async function elevateSession(
  world: World,
  current: CurrentSession,
  proof: Proof,
  also: readonly D1PreparedStatement[],
): Promise<ElevatedSession | null> {
  const { token, hash } = await newToken(world.random);
  const amr = [...new Set([...current.amr, ...proof.amr])];
  const elevatedUntil = world.now + elevationMinutes * minute;
  const next = {
    tokenHash: hash,
    aal: assuranceLevel(amr),
    amr: amr.join(" "),
    lastAmr: provedWith(proof.amr, current).join(" "),
    now: world.now,
    secondFactorAt: proof.amr.includes("pwd") ? current.secondFactorAt : world.now,
    elevatedUntil,
    boundAt: boundAt(current.account.id, proof.by),
  };
  const told = await proof.tell(tokenIs(current.id, current.tokenHash));
  const results = await world.db.batch<{ id: string; expires_at: number }>([
    ...told,
    renewSession(world.db, current, next, proof.isGood),
    ...proof.useUp(tokenIs(current.id, hash)),
    ...also,
  ]);
  const renewed = results[told.length]?.results[0];
  if (!renewed) return null;
  return { session: { id: renewed.id, token, expiresAt: renewed.expires_at }, elevatedUntil };
}
