import { type TellableType, type Webhook, webhookTypeOf } from "../../shared/contract/webhook.ts";
import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import { known } from "../guard.ts";
import { readForOperator } from "../operator/log.ts";
import type { CurrentOperator } from "../operator/rules.ts";
import type { World } from "../world.ts";
import { type EndpointRow, endpointExists, findEndpoints, selectEndpoint } from "./store.ts";

/** Every endpoint, the oldest first. */
export async function listWebhooks(world: World, operator: CurrentOperator): Promise<Webhook[]> {
  const did = "webhooks_listed";
  const rows = await readForOperator<EndpointRow>(world, operator, { did }, findEndpoints(world.db));
  return rows.map(webhookOf);
}

/** One endpoint. `not_found`: there is none of this id. */
export async function readWebhook(
  world: World,
  operator: CurrentOperator,
  id: string,
): Promise<Outcome<Webhook, "not_found">> {
  const done = { did: `webhook_read ${id}`, targetId: known(id) };
  const statement = selectEndpoint(world.db, id);
  const [row] = await readForOperator<EndpointRow>(world, operator, done, statement, endpointExists(id));
  return row ? ok(webhookOf(row)) : fail("not_found");
}

/** A row as the contract has it. */
export function webhookOf(row: EndpointRow): Webhook {
  const time = (at: number) => new Date(at).toISOString();
  const told: TellableType[] = JSON.parse(row.types);
  return {
    id: row.id,
    url: row.url,
    description: row.description,
    types: told.map((type) => webhookTypeOf[type]),
    enabled: row.disabled_at === null,
    ...(row.disabled_at !== null && {
      disabled: { at: time(row.disabled_at), reason: row.disabled_for ?? "operator" },
    }),
    failingSince: row.failing_since === null ? null : time(row.failing_since),
    createdAt: time(row.created_at),
  };
}
