import type { ClientKey } from "../../../shared/contract/client-key.ts";
import { type Failure, fail, type Outcome, ok } from "../../../shared/outcome.ts";
import { hashToken } from "../../crypto/token.ts";
import type { World } from "../../world.ts";
import type { OidcClient } from "../rules.ts";
import { fetchClientKeys } from "./fetch-keys.ts";
import { type Assertion, assertionProblem, keysFor, skewSeconds } from "./rules.ts";
import { isSignedByOneOf } from "./signature.ts";
import { insertAssertion } from "./store.ts";

/**
 * Whether an assertion proves a client (RFC 7523 3): signed by one of its keys, for this service, not expired, and not used
 * before. Only one that is signed is remembered, so that nobody else can use it up. `path` is the endpoint that it came to; without `usesUp` it is looked at and stays good.
 */
export async function acceptAssertion(
  world: World,
  client: OidcClient,
  assertion: Assertion,
  { path, usesUp }: { path: string; usesUp: boolean },
): Promise<Outcome<void, "invalid_client", { why: string }>> {
  const { origin } = world.settings;
  const audiences = [origin, `${origin}/oidc/token`, `${origin}${path}`];
  const problem = assertionProblem(assertion, { clientId: client.id, audiences, now: world.now });
  if (problem !== null) return refuse(problem);
  const fits = (all: readonly ClientKey[]) => keysFor(assertion.header, all).length > 0;
  const keys =
    client.jwksUri === null ? ok(client.jwks?.keys ?? []) : await fetchClientKeys(world, client.jwksUri, fits);
  if (!keys.ok) return keys;
  const isSigned = await isSignedByOneOf(assertion, keysFor(assertion.header, keys.value));
  if (!isSigned) return refuse("The client_assertion is not signed by a key of this client.");
  if (!usesUp) return ok(undefined);
  const hash = await hashToken(`${client.id} ${assertion.claims.jti}`);
  const isNew = await insertAssertion(world.db, hash, Math.ceil(assertion.claims.exp + skewSeconds) * 1000);
  return isNew ? ok(undefined) : refuse("The client_assertion has been used already: its jti is known.");
}

function refuse(why: string): Failure<"invalid_client", { why: string }> {
  return fail("invalid_client", { why });
}
