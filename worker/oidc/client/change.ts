import * as v from "valibot";
import { type changeClientBody, type RegisteredClient, storedOptions } from "../../../shared/contract/oidc-client.ts";
import type { ProblemDetails } from "../../../shared/contract/problem.ts";
import { fail, type Outcome, ok } from "../../../shared/outcome.ts";
import { known } from "../../guard.ts";
import type { CurrentOperator } from "../../operator/rules.ts";
import { noteDone } from "../../operator/store.ts";
import type { World } from "../../world.ts";
import { isConfidential } from "../rules.ts";
import { problemOfOptions } from "./check-options.ts";
import { clientOf } from "./find.ts";
import { describeClient } from "./list.ts";
import { clientExists, findClientRow, replaceOrigins, updateClient } from "./store.ts";

/**
 * Changes what a site has registered; what is not named stays as it is. Of two changes at once, the second one fails with
 * `not_found` if the first was not known to it. `not_found`: there is no such site, or it is one of the settings.
 * `invalid_request`: as at its registration, and one without a secret keeps keys.
 */
export async function changeClient(
  world: World,
  operator: CurrentOperator,
  id: string,
  wish: v.InferOutput<typeof changeClientBody>,
): Promise<Outcome<RegisteredClient, "not_found" | "invalid_request", ProblemDetails>> {
  const before = await findClientRow(world.db, id);
  if (!before) return fail("not_found");
  const options = v.parse(storedOptions, { ...JSON.parse(before.options), ...wish });
  const provesItself = isConfidential(clientOf(before));
  const problem =
    problemOfOptions(world, { isConfidential: provesItself, options }) ??
    (provesItself && !isConfidential({ ...options, secretHash: before.secret_hash }) ? nothingLeft : null);
  if (problem) return fail("invalid_request", { fields: [problem] });
  const row = {
    ...before,
    name: wish.name ?? before.name,
    redirect_uris: wish.redirectUris ? JSON.stringify(wish.redirectUris) : before.redirect_uris,
    sign_out_uris: wish.signOutUris ? JSON.stringify(wish.signOutUris) : before.sign_out_uris,
    options: JSON.stringify(options),
  };
  const [, changed] = await world.db.batch([
    noteDone(world, operator, { did: "site_changed", targetId: known(id) }, clientExists(id)),
    updateClient(world.db, row),
    ...replaceOrigins(world.db, id, JSON.stringify(options.origins)),
  ]);
  return changed?.results.length === 1 ? ok(describeClient(clientOf(row), row.created_at)) : fail("not_found");
}

const nothingLeft = { path: "jwks", message: "expected keys, because this client has no secret" };
