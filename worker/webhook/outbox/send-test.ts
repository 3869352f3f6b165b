import type { Delivery } from "../../../shared/contract/webhook.ts";
import { fail, type Outcome, ok } from "../../../shared/outcome.ts";
import { randomId } from "../../crypto/random.ts";
import type { World } from "../../world.ts";
import { deliveryOf } from "../delivery/list.ts";
import { testType } from "../delivery/payload.ts";
import { handOver } from "./hand-over.ts";
import { endpointExists, insertDelivery } from "./store.ts";

/** Sends an endpoint a test after the answer. `not_found`: there is none of this id; `webhook_disabled`: it gets nothing. */
export async function sendTest(
  world: World,
  endpointId: string,
): Promise<Outcome<Delivery, "not_found" | "webhook_disabled">> {
  const at = world.now;
  const news = { id: randomId(world.random), type: testType, data: "{}", at };
  const id = await insertDelivery(world.db, endpointId, news);
  if (id === null) return fail((await endpointExists(world.db, endpointId)) ? "webhook_disabled" : "not_found");
  world.afterAnswer(() => handOver(world, [id]));
  const unsent = { last_attempt_at: null, last_status: null, last_problem: null };
  const row = { id, type: testType, at, status: "waiting", attempts: 0, next_attempt_at: at, ...unsent } as const;
  return ok(deliveryOf(row));
}
