import type * as v from "valibot";
import type { ExchangeAnswer, exchangeForm } from "../../shared/contract/oidc.ts";
import type { Amr } from "../../shared/contract/session.ts";
import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import { hashToken, newToken } from "../crypto/token.ts";
import { proofOf } from "../session/rules.ts";
import { second } from "../time.ts";
import type { World } from "../world.ts";
import type { KeptClaims } from "./asked-claims.ts";
import { beginFamily } from "./family/begin.ts";
import { endFamilyIfCodeIsReused } from "./family/store.ts";
import { idTokenFor } from "./id-token.ts";
import { describePerson } from "./person.ts";
import type { OidcClient } from "./rules.ts";
import {
  type CodeRow,
  type Exchange,
  exchangeGrant,
  findGrantOfCode,
  type GrantRow,
  noChallenge,
  revokeIfReused,
} from "./store.ts";

/**
 * Exchanges a code for an ID token and an access token, once: of several at the same moment one gets them. A code that
 * comes a second time has leaked, or its answer has, so what it gave is void from then on (RFC 6749 4.1.2).
 */
export async function exchangeCode(
  world: World,
  client: OidcClient,
  form: v.InferOutput<typeof exchangeForm>,
): Promise<Outcome<ExchangeAnswer, "invalid_grant", { why: string }>> {
  const { token, hash } = await newToken(world.random);
  const exchange = {
    codeHash: await hashToken(form.code),
    clientId: client.id,
    redirectUri: form.redirect_uri,
    // RFC 7636 4.6: SHA-256 of the verifier in base64url, which is what hashToken makes.
    codeChallenge: form.code_verifier === undefined ? noChallenge : await hashToken(form.code_verifier),
    tokenHash: hash,
    tokenExpiresAt: world.now + client.accessTokenSeconds * second,
    now: world.now,
  };
  const family = await beginFamily(world, client, exchange);
  const [before, , exchanged] = await world.db.batch([
    findGrantOfCode(world.db, exchange.codeHash),
    endFamilyIfCodeIsReused(world, exchange.codeHash),
    exchangeGrant(world.db, exchange),
    revokeIfReused(world.db, exchange),
    ...family.statements,
  ]);
  const grant = exchanged?.results[0] as GrantRow | undefined;
  if (!grant) return fail("invalid_grant", { why: whyNot(before?.results[0] as CodeRow | undefined, exchange) });
  const kept = JSON.parse(grant.claims) as KeptClaims;
  const idToken = await idTokenFor(world, {
    client,
    accountId: grant.account_id,
    person: describePerson(grant, kept.idToken),
    acr: kept.acr,
    nonce: grant.nonce,
    sessionId: grant.session_id,
    proof: proofOf(grant.amr.split(" ") as Amr[], grant.authenticated_at),
    accessToken: token,
  });
  return ok({
    access_token: token,
    token_type: "Bearer",
    expires_in: client.accessTokenSeconds,
    ...(family.refreshToken !== null && { refresh_token: family.refreshToken }),
    scope: grant.scope,
    id_token: idToken,
  });
}

/** Why a code is refused, for the developer of the site that it was given to; to any other it is one that never was. */
function whyNot(code: CodeRow | undefined, exchange: Exchange): string {
  if (code?.client_id !== exchange.clientId) return "There is no such code of this client, or it expired long ago.";
  if (code.used_at !== null) return "The code has been used already. What it gave is void now.";
  if (code.expires_at <= exchange.now) return "The code has expired.";
  if (code.redirect_uri !== exchange.redirectUri)
    return "redirect_uri is not the one that the code was asked for with.";
  if (code.code_challenge === exchange.codeChallenge) return "The session that gave the code has ended.";
  if (code.code_challenge === noChallenge) return "There is a code_verifier, but the code was asked for without PKCE.";
  if (exchange.codeChallenge === noChallenge) return "code_verifier is missing.";
  return "code_verifier does not fit the code_challenge.";
}
