import type * as v from "valibot";
import type { NewClientAnswer, newClientBody } from "../../../shared/contract/oidc.ts";
import { randomId } from "../../crypto/random.ts";
import { newToken } from "../../crypto/token.ts";
import { always, known } from "../../guard.ts";
import { noteDone } from "../../operator/log.ts";
import type { CurrentOperator } from "../../operator/rules.ts";
import type { World } from "../../world.ts";
import { clientOf } from "./find.ts";
import { describeClient } from "./list.ts";
import { insertClient } from "./store.ts";

/** Registers a site under an id of ours; the secret of a confidential one is answered now and never again. */
export async function registerClient(
  world: World,
  operator: CurrentOperator,
  { name, redirectUris, signOutUris, confidential }: v.InferOutput<typeof newClientBody>,
): Promise<NewClientAnswer> {
  const secret = confidential ? await newToken(world.random) : null;
  const row = {
    id: `site-${randomId(world.random)}`,
    name,
    redirect_uris: JSON.stringify(redirectUris),
    sign_out_uris: JSON.stringify(signOutUris),
    secret_hash: secret?.hash ?? null,
    created_at: world.now,
  };
  await world.db.batch([
    insertClient(world.db, row),
    noteDone(world, operator, { did: "site_registered", targetId: known(row.id) }, always),
  ]);
  return { client: describeClient(clientOf(row), world.now), ...(secret && { secret: secret.token }) };
}
