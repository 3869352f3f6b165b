import type * as v from "valibot";
import type { ExchangeAnswer, exchangeForm } from "../../shared/contract/oidc.ts";
import type { Amr } from "../../shared/contract/session.ts";
import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import { hashToken, newToken } from "../crypto/token.ts";
import { proofOf } from "../session/rules.ts";
import type { World } from "../world.ts";
import { idTokenFor } from "./id-token.ts";
import { accessTokenLifetimeSeconds, type OidcClient } from "./rules.ts";
import { exchangeGrant, type GrantRow, revokeIfReused } from "./store.ts";

/**
 * Exchanges a code for an ID token and an access token, once: of several at the same moment one gets them. A code that
 * comes a second time has leaked, or its answer has, so the access token that it gave is void from then on (RFC 6749 4.1.2).
 */
export async function exchangeCode(
  world: World,
  client: OidcClient,
  form: v.InferOutput<typeof exchangeForm>,
): Promise<Outcome<ExchangeAnswer, "invalid_grant">> {
  const { token, hash } = await newToken(world.random);
  const exchange = {
    codeHash: await hashToken(form.code),
    clientId: client.id,
    redirectUri: form.redirect_uri,
    // RFC 7636 4.6: SHA-256 of the verifier in base64url, which is what hashToken makes.
    codeChallenge: await hashToken(form.code_verifier),
    tokenHash: hash,
    tokenExpiresAt: world.now + accessTokenLifetimeSeconds * 1000,
    now: world.now,
  };
  const [exchanged] = await world.db.batch<GrantRow>([
    exchangeGrant(world.db, exchange),
    revokeIfReused(world.db, exchange),
  ]);
  const grant = exchanged?.results[0];
  if (!grant) return fail("invalid_grant");
  const idToken = await idTokenFor(world, {
    client,
    accountId: grant.account_id,
    email: grant.scope.split(" ").includes("email") ? { address: grant.email, isVerified: grant.unproved === 0 } : null,
    nonce: grant.nonce,
    proof: proofOf(grant.amr.split(" ") as Amr[], grant.authenticated_at),
    accessToken: token,
  });
  return ok({
    access_token: token,
    token_type: "Bearer",
    expires_in: accessTokenLifetimeSeconds,
    scope: grant.scope,
    id_token: idToken,
  });
}
