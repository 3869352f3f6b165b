import type { Webhook, WebhookType } from "../../shared/contract/webhook.ts";
import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import { known } from "../guard.ts";
import type { CurrentOperator } from "../operator/rules.ts";
import { noteDone } from "../operator/store.ts";
import type { World } from "../world.ts";
import { checkAddress, type RefusedAddress } from "./check-address.ts";
import { webhookOf } from "./read.ts";
import { tellableTypes } from "./rules.ts";
import { type EndpointRow, endpointExists, selectEndpoint, updateEndpoint } from "./store.ts";

/**
 * Changes what is given of an endpoint. `invalid_request`: it may not be at the new address; `not_found`: there is none
 * of this id.
 */
export async function updateWebhook(
  world: World,
  operator: CurrentOperator,
  id: string,
  change: { url?: string; types?: WebhookType[]; description?: string; enabled?: boolean },
): Promise<Outcome<Webhook, "invalid_request" | "not_found", Partial<RefusedAddress>>> {
  const checked = change.url === undefined ? ok(undefined) : checkAddress(world, change.url);
  if (!checked.ok) return checked;
  const types = change.types && tellableTypes(change.types);
  const results = await world.db.batch<EndpointRow>([
    ...updateEndpoint(world.db, id, { ...change, url: checked.value, types }, world.now),
    noteDone(world, operator, { did: `webhook_updated ${id}`, targetId: known(id) }, endpointExists(id)),
    selectEndpoint(world.db, id),
  ]);
  const row = results.at(-1)?.results[0];
  return row ? ok(webhookOf(row)) : fail("not_found");
}
