import * as v from "valibot";
import { type NewClientAnswer, type newClientBody, storedOptions } from "../../../shared/contract/oidc-client.ts";
import type { ProblemDetails } from "../../../shared/contract/problem.ts";
import { fail, type Outcome, ok } from "../../../shared/outcome.ts";
import { randomId } from "../../crypto/random.ts";
import { newToken } from "../../crypto/token.ts";
import { always, known } from "../../guard.ts";
import type { CurrentOperator } from "../../operator/rules.ts";
import { noteDone } from "../../operator/store.ts";
import type { World } from "../../world.ts";
import { problemOfOptions } from "./check-options.ts";
import { clientOf } from "./find.ts";
import { describeClient } from "./list.ts";
import { insertClient, replaceOrigins } from "./store.ts";

/**
 * Registers a site under an id of ours; a confidential one that names no keys gets a secret, which is returned now and never again.
 * `invalid_request`: one that cannot prove itself cannot do without PKCE, or its keys are not at a public address.
 */
export async function registerClient(
  world: World,
  operator: CurrentOperator,
  wish: v.InferOutput<typeof newClientBody>,
): Promise<Outcome<NewClientAnswer, "invalid_request", ProblemDetails>> {
  const { name, redirectUris, signOutUris, confidential } = wish;
  const options = v.parse(storedOptions, wish);
  const problem = problemOfOptions(world, { isConfidential: confidential, options });
  if (problem) return fail("invalid_request", { fields: [problem] });
  const hasKeys = options.jwks !== null || options.jwksUri !== null;
  const secret = confidential && !hasKeys ? await newToken(world.random) : null;
  const row = {
    id: `site-${randomId(world.random)}`,
    name,
    redirect_uris: JSON.stringify(redirectUris),
    sign_out_uris: JSON.stringify(signOutUris),
    secret_hash: secret?.hash ?? null,
    options: JSON.stringify(options),
    created_at: world.now,
  };
  await world.db.batch([
    insertClient(world.db, row),
    ...replaceOrigins(world.db, row.id, JSON.stringify(wish.origins)),
    noteDone(world, operator, { did: "site_registered", targetId: known(row.id) }, always),
  ]);
  return ok({ client: describeClient(clientOf(row), world.now), ...(secret && { secret: secret.token }) });
}
