import type { ExchangeAnswer } from "../../../shared/contract/oidc.ts";
import type { Amr } from "../../../shared/contract/session.ts";
import { type Failure, fail, type Outcome, ok } from "../../../shared/outcome.ts";
import { newToken } from "../../crypto/token.ts";
import { idleSince, proofOf } from "../../session/rules.ts";
import { day, second } from "../../time.ts";
import type { World } from "../../world.ts";
import type { KeptClaims } from "../asked-claims.ts";
import { idTokenFor } from "../id-token.ts";
import { describePerson } from "../person.ts";
import type { OidcClient } from "../rules.ts";
import {
  deleteFamily,
  type FamilyBefore,
  type FamilyRow,
  findFamily,
  type Refresh,
  rotateFamily,
  voidFirstToken,
  wasReused,
} from "./store.ts";
import { newRefreshToken, readRefreshToken } from "./token.ts";

/**
 * Exchanges a refresh token for new tokens (RFC 6749 6), once: the next one goes with them. One that comes again has leaked,
 * or its answer has, so its whole family ends, with every token of it (RFC 9700 4.14.2). Of several at the same moment one
 * gets new ones, and they end with the rest. `scope`, if there is one, may name nothing new.
 */
export async function refreshTokens(
  world: World,
  client: OidcClient,
  { token, scope }: { token: string; scope: string | null },
): Promise<Outcome<ExchangeAnswer, "invalid_grant" | "invalid_scope", { why: string }>> {
  const read = await readRefreshToken(token);
  if (!read) return fail("invalid_grant", { why: "That is no refresh token of this service." });
  const { db, now } = world;
  const [next, access] = await Promise.all([newRefreshToken(world, read.familyId), newToken(world.random)]);
  const refresh: Refresh = {
    id: read.familyId,
    clientId: client.id,
    refreshHash: read.hash,
    nextHash: next.hash,
    scopes: JSON.stringify(scope?.split(" ").filter((each) => each !== "") ?? []),
    accessHash: access.hash,
    accessExpiresAt: now + client.accessTokenSeconds * second,
    expiresAt: now + client.refreshTokenDays * day,
    idleSince: idleSince(now, world.settings.sessionIdleDays),
    now,
  };
  const [before, rotated] = await db.batch([
    findFamily(db, refresh.id),
    rotateFamily(db, refresh),
    voidFirstToken(db, refresh.id, wasReused(refresh)),
    deleteFamily(db, refresh.id, wasReused(refresh)),
  ]);
  const family = rotated?.results[0] as FamilyRow | undefined;
  if (!family) return whyNot(before?.results[0] as FamilyBefore | undefined, refresh);
  const kept = JSON.parse(family.claims) as KeptClaims;
  const idToken = await idTokenFor(world, {
    client,
    accountId: family.account_id,
    person: describePerson(family, kept.idToken),
    acr: kept.acr,
    nonce: null,
    sessionId: family.session_id,
    proof: proofOf(family.amr.split(" ") as Amr[], family.authenticated_at),
    accessToken: access.token,
  });
  return ok({
    access_token: access.token,
    token_type: "Bearer",
    expires_in: client.accessTokenSeconds,
    refresh_token: next.token,
    scope: family.scope,
    id_token: idToken,
  });
}

/** Why a token is refused, for the developer of the site that it was given to; to any other it is one that never was. */
function whyNot(
  family: FamilyBefore | undefined,
  refresh: Refresh,
): Failure<"invalid_grant" | "invalid_scope", { why: string }> {
  const refuse = (why: string) => fail("invalid_grant" as const, { why });
  if (family?.client_id !== refresh.clientId) {
    return refuse("There is no such refresh token of this client, or it was revoked.");
  }
  if (family.refresh_hash !== refresh.refreshHash) {
    return refuse(
      "The refresh token has been used already. It is revoked now, with all that came of the same sign-in.",
    );
  }
  if (family.expires_at <= refresh.now) return refuse("The refresh token has expired.");
  const granted = family.scope.split(" ");
  const isWider = (JSON.parse(refresh.scopes) as string[]).some((each) => !granted.includes(each));
  if (isWider) return fail("invalid_scope" as const, { why: "scope asks for more than was granted." });
  return refuse("The session of the sign-in has ended.");
}
