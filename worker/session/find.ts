import { localeOf } from "../../shared/contract/locale.ts";
import type { Amr } from "../../shared/contract/session.ts";
import { hashToken } from "../crypto/token.ts";
import { minute } from "../time.ts";
import type { World } from "../world.ts";
import { type CurrentSession, idleSince, touchEveryMinutes } from "./rules.ts";
import { findSession, touchSession } from "./store.ts";

/** The living session that a token stands for, in one round trip; null where it never was, has ended or has idled out. */
export async function findSessionByToken(world: World, token: string): Promise<CurrentSession | null> {
  const tokenHash = await hashToken(token);
  const row = await findSession(world.db, tokenHash, world.now, idleSince(world.now, world.settings.sessionIdleDays));
  if (!row) return null;
  if (row.last_used_at < world.now - touchEveryMinutes * minute) {
    world.afterAnswer(() => touchSession(world.db, row.id, world.caller, world.now).run());
  }
  return {
    id: row.id,
    tokenHash,
    account: { id: row.account_id, email: row.email, locale: localeOf(row.locale) },
    twoFactorOn: row.two_factor_on === 1,
    passkeysOnly: row.passkeys_only === 1,
    aal: row.aal,
    amr: row.amr.split(" ") as Amr[],
    lastAmr: (row.last_amr ?? row.amr).split(" ") as Amr[],
    createdAt: row.created_at,
    lastUsedAt: row.last_used_at,
    expiresAt: row.expires_at,
    authenticatedAt: row.authenticated_at,
    secondFactorAt: row.second_factor_at,
    elevatedUntil: row.elevated_until,
    proofBoundAt: row.proof_bound_at,
  };
}
