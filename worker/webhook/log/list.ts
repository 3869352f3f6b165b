import type { Delivery, DeliveryPage, DeliveryProblem } from "../../../shared/contract/webhook.ts";
import { type Outcome, ok } from "../../../shared/outcome.ts";
import { known } from "../../guard.ts";
import { formatCursor, notACursor, parseCursor, type WrongCursor } from "../../http/cursor.ts";
import { readForOperator } from "../../operator/log.ts";
import type { CurrentOperator } from "../../operator/rules.ts";
import type { World } from "../../world.ts";
import { nameOf } from "../delivery/payload.ts";
import { pageSize } from "./rules.ts";
import { type DeliveryRow, findDeliveries } from "./store.ts";

/**
 * A page of what was sent to an endpoint, newest first; empty where there is no such endpoint. `invalid_request`: the
 * cursor is none of ours.
 */
export async function listDeliveries(
  world: World,
  operator: CurrentOperator,
  endpointId: string,
  cursor?: string,
): Promise<Outcome<DeliveryPage, "invalid_request", WrongCursor>> {
  const after = cursor === undefined ? null : parseCursor(cursor);
  if (cursor !== undefined && after === null) return notACursor;
  // One more than is shown tells whether there is a next page.
  const done = { did: `webhook_deliveries_read ${endpointId}`, targetId: known(endpointId) };
  const statement = findDeliveries(world.db, endpointId, after, pageSize + 1);
  const rows = await readForOperator<DeliveryRow>(world, operator, done, statement);
  const shown = rows.slice(0, pageSize);
  const last = rows.length > pageSize ? shown.at(-1) : undefined;
  return ok({ deliveries: shown.map(deliveryOf), ...(last && { next: formatCursor(last) }) });
}

/** A row as the contract has it. */
export function deliveryOf(row: DeliveryRow): Delivery {
  const time = (at: number | null) => (at === null ? null : new Date(at).toISOString());
  return {
    id: row.id,
    type: nameOf(row.type),
    status: row.status,
    createdAt: new Date(row.at).toISOString(),
    attempts: row.attempts,
    lastAttemptAt: time(row.last_attempt_at),
    lastStatus: row.last_status,
    lastProblem: row.last_problem as DeliveryProblem | null,
    nextAttemptAt: row.status === "waiting" ? time(row.next_attempt_at) : null,
  };
}
