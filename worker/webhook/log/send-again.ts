import type { Delivery } from "../../../shared/contract/webhook.ts";
import { fail, type Outcome, ok } from "../../../shared/outcome.ts";
import { known } from "../../guard.ts";
import type { CurrentOperator } from "../../operator/rules.ts";
import { noteDone } from "../../operator/store.ts";
import type { World } from "../../world.ts";
import { handOver } from "../outbox/hand-over.ts";
import { deliveryOf } from "./list.ts";
import { canBeSentAgain, type RestartedRow, restartDelivery, selectDelivery } from "./store.ts";

/**
 * Sends a delivery once more after the answer, under the same id and with all its attempts before it. `not_found`: there
 * is none; `webhook_disabled`: its endpoint gets nothing; `nothing_to_send`: it has arrived, and what it said of an
 * account that is gone, or in a test, was not kept.
 */
export async function sendAgain(
  world: World,
  operator: CurrentOperator,
  endpointId: string,
  id: string,
): Promise<Outcome<Delivery, "not_found" | "webhook_disabled" | "nothing_to_send">> {
  const isPossible = canBeSentAgain(id, endpointId);
  const results = await world.db.batch<RestartedRow>([
    restartDelivery(world.db, id, world.now, isPossible),
    noteDone(world, operator, { did: `webhook_sent_again ${endpointId}`, targetId: known(endpointId) }, isPossible),
    selectDelivery(world.db, id, endpointId),
  ]);
  const row = results.at(-1)?.results[0];
  if (!row) return fail("not_found");
  if (row.is_disabled) return fail("webhook_disabled");
  if (row.is_empty) return fail("nothing_to_send");
  world.afterAnswer(() => handOver(world, [id]));
  return ok(deliveryOf(row));
}
