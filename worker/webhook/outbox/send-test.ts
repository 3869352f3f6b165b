import type { Delivery } from "../../../shared/contract/webhook.ts";
import { fail, type Outcome, ok } from "../../../shared/outcome.ts";
import { randomId } from "../../crypto/random.ts";
import { always, known } from "../../guard.ts";
import type { CurrentOperator } from "../../operator/rules.ts";
import { noteDone } from "../../operator/store.ts";
import type { World } from "../../world.ts";
import { testType } from "../delivery/payload.ts";
import { deliveryOf } from "../log/list.ts";
import { readWebhook } from "../read.ts";
import { handOver } from "./hand-over.ts";
import { insertDelivery } from "./store.ts";

/** Sends an endpoint a test after the answer. `not_found`: there is none of this id; `webhook_disabled`: it gets nothing. */
export async function sendTest(
  world: World,
  operator: CurrentOperator,
  endpointId: string,
): Promise<Outcome<Delivery, "not_found" | "webhook_disabled">> {
  const at = world.now;
  const news = { id: randomId(world.random), type: testType, data: "{}", at };
  const [made] = await world.db.batch<{ id: string }>([
    insertDelivery(world.db, endpointId, news),
    noteDone(world, operator, { did: `webhook_tested ${endpointId}`, targetId: known(endpointId) }, always),
  ]);
  const id = made?.results[0]?.id;
  if (id === undefined) {
    const endpoint = await readWebhook(world, operator, endpointId);
    return endpoint.ok ? fail("webhook_disabled") : endpoint;
  }
  world.afterAnswer(() => handOver(world, [id]));
  const unsent = { last_attempt_at: null, last_status: null, last_problem: null };
  const row = { id, type: testType, at, status: "waiting", attempts: 0, next_attempt_at: at, ...unsent } as const;
  return ok(deliveryOf(row));
}
