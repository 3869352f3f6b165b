import { type TellableType, type Webhook, webhookTypeOf } from "../../shared/contract/webhook.ts";
import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import type { World } from "../world.ts";
import { type EndpointRow, findEndpoints, selectEndpoint } from "./store.ts";

/** Every endpoint, the oldest first. */
export async function listWebhooks(world: World): Promise<Webhook[]> {
  return (await findEndpoints(world.db)).map(webhookOf);
}

/** One endpoint. `not_found`: there is none of this id. */
export async function readWebhook(world: World, id: string): Promise<Outcome<Webhook, "not_found">> {
  const row = await selectEndpoint(world.db, id).first<EndpointRow>();
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
