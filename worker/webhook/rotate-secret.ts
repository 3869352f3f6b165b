import type { NewWebhookSecret } from "../../shared/contract/webhook.ts";
import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import { known } from "../guard.ts";
import type { CurrentOperator } from "../operator/rules.ts";
import { noteDone } from "../operator/store.ts";
import { hour } from "../time.ts";
import type { World } from "../world.ts";
import { replacedSecretLimit, rotationHours } from "./rules.ts";
import { newSecret } from "./secret.ts";
import { endpointExists, replaceSecret } from "./store.ts";

/**
 * Gives an endpoint a new secret, which is in the answer and nowhere else. For a day deliveries carry a signature by
 * each, so that the receiver has time to change over; also where an answer was lost and a secret is asked for again.
 */
export async function rotateSecret(
  world: World,
  operator: CurrentOperator,
  id: string,
): Promise<Outcome<NewWebhookSecret, "not_found">> {
  const { secret, row } = await newSecret(world, id);
  const oldUntil = world.now + rotationHours * hour;
  const results = await world.db.batch([
    noteDone(world, operator, { did: `webhook_secret_rotated ${id}`, targetId: known(id) }, endpointExists(id)),
    ...replaceSecret(world.db, row, { oldUntil, kept: replacedSecretLimit }),
  ]);
  if (results.at(-1)?.results.length !== 1) return fail("not_found");
  return ok({ secret, oldSecretUntil: new Date(oldUntil).toISOString() });
}
