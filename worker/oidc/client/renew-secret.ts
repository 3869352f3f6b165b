import type * as v from "valibot";
import type { NewClientAnswer, newSecretBody } from "../../../shared/contract/oidc-client.ts";
import type { ProblemDetails } from "../../../shared/contract/problem.ts";
import { fail, type Outcome, ok } from "../../../shared/outcome.ts";
import { newToken } from "../../crypto/token.ts";
import { known } from "../../guard.ts";
import type { CurrentOperator } from "../../operator/rules.ts";
import { noteDone } from "../../operator/store.ts";
import type { World } from "../../world.ts";
import { clientOf } from "./find.ts";
import { describeClient } from "./list.ts";
import { clientExists, findClientRow, replaceSecret } from "./store.ts";

/**
 * Gives a site a new secret, which is answered now and never again. The one before goes on for as long as is asked, so that
 * its servers can change over; any earlier one ends. `not_found`: there is no such site, or it is one of the settings.
 * `invalid_request`: it was registered without a secret.
 */
export async function renewSecret(
  world: World,
  operator: CurrentOperator,
  id: string,
  { previousForHours }: v.InferOutput<typeof newSecretBody>,
): Promise<Outcome<NewClientAnswer, "not_found" | "invalid_request", ProblemDetails>> {
  const row = await findClientRow(world.db, id);
  if (!row) return fail("not_found");
  if (row.secret_hash === null) {
    return fail("invalid_request", { fields: [{ path: "id", message: "expected a client with a secret" }] });
  }
  const { token, hash } = await newToken(world.random);
  const until = world.now + previousForHours * 3_600_000;
  const [, renewed] = await world.db.batch([
    noteDone(world, operator, { did: "site_secret_renewed", targetId: known(id) }, clientExists(id)),
    replaceSecret(world.db, id, { hash, until }),
  ]);
  if (renewed?.results.length !== 1) return fail("not_found");
  return ok({ client: describeClient(clientOf(row), row.created_at), secret: token });
}
