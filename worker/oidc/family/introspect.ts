import type { Introspection } from "../../../shared/contract/oidc.ts";
import type { World } from "../../world.ts";
import { findAccessToken } from "../find-access.ts";
import type { OidcClient } from "../rules.ts";
import { findLiving, type LivingFamily } from "./store.ts";
import { readRefreshToken } from "./token.ts";

/**
 * What there is to say of a token to the client that it was given to (RFC 7662 2.2); `active: false` and nothing else for one
 * that is unknown, over, or another client's.
 */
export async function introspectToken(world: World, client: OidcClient, token: string): Promise<Introspection> {
  const refresh = await readRefreshToken(token);
  const { db, now } = world;
  const found = refresh
    ? await findLiving(db, { id: refresh.familyId, refreshHash: refresh.hash, now }).first<LivingFamily>()
    : await findAccessToken(world, token);
  if (found?.client_id !== client.id) return { active: false };
  return {
    active: true,
    scope: found.scope,
    client_id: client.id,
    sub: found.account_id,
    iss: world.settings.origin,
    exp: Math.floor(found.expires_at / 1000),
    ...(!refresh && { token_type: "Bearer" as const }),
  };
}
