import { env } from "cloudflare:test";
import { type OperatorScope, operatorScopes } from "../../shared/contract/operator.ts";
import { systemRandom } from "../../worker/crypto/random.ts";
import { createOperatorKey, revokeOperatorKey } from "../../worker/operator/key.ts";
import type { Service } from "./service.ts";

/** A key that is good for what it names, as the command makes one; `token` carries it in a request. */
export async function operatorWith(
  service: Service,
  scopes: readonly OperatorScope[] = operatorScopes,
  { name = "support", days = 365 }: { name?: string; days?: number } = {},
): Promise<{ id: string; token: string }> {
  const db = env.DB.withSession("first-primary");
  const made = await createOperatorKey(db, { name, scopes, days }, { now: service.now, random: systemRandom });
  return { id: made.id, token: made.key };
}

/** Ends a key, as the command does. */
export async function revoke(service: Service, id: string): Promise<void> {
  await revokeOperatorKey(env.DB.withSession("first-primary"), id, service.now);
}

/** The lines of the operator log of one operator, the oldest first. */
export async function callsOf(id: string): Promise<Record<string, unknown>[]> {
  const { results } = await env.DB.prepare("SELECT * FROM operator_calls WHERE operator_id = ? ORDER BY seq")
    .bind(id)
    .all();
  return results;
}
