import type { NewWebhook, WebhookType } from "../../shared/contract/webhook.ts";
import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import { randomId } from "../crypto/random.ts";
import { known } from "../guard.ts";
import type { CurrentOperator } from "../operator/rules.ts";
import { noteDone } from "../operator/store.ts";
import type { World } from "../world.ts";
import { checkAddress, type RefusedAddress } from "./check-address.ts";
import { webhookOf } from "./read.ts";
import { endpointLimit, tellableTypes } from "./rules.ts";
import { newSecret } from "./secret.ts";
import { endpointExists, insertEndpoint } from "./store.ts";

/**
 * Makes an endpoint; its secret is in the answer and nowhere else. `invalid_request`: the address may not be one;
 * `too_many_webhooks`: there are as many as there may be.
 */
export async function createWebhook(
  world: World,
  operator: CurrentOperator,
  { url, types, description }: { url: string; types: WebhookType[]; description: string },
): Promise<Outcome<NewWebhook, "invalid_request" | "too_many_webhooks", Partial<RefusedAddress>>> {
  const checked = checkAddress(world, url);
  if (!checked.ok) return checked;
  const id = randomId(world.random);
  const told = tellableTypes(types);
  const { secret, row } = await newSecret(world, id);
  const kept = { id, url: checked.value, description, types: told };
  const [inserted] = await world.db.batch([
    ...insertEndpoint(world.db, kept, row, endpointLimit),
    noteDone(world, operator, { did: `webhook_created ${id}`, targetId: known(id) }, endpointExists(id)),
  ]);
  if (inserted?.results.length !== 1) return fail("too_many_webhooks");
  world.listeners.noneUntil = 0;
  const slate = { created_at: world.now, failing_since: null, disabled_at: null, disabled_for: null };
  return ok({ webhook: webhookOf({ ...kept, ...slate, types: JSON.stringify(told) }), secret });
}
