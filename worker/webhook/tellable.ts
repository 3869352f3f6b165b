import { type TellableType, type WebhookType, webhookTypeOf } from "../../shared/contract/webhook.ts";

/** Our own names of what an endpoint subscribes to, in one order whatever theirs was. */
export function tellableTypes(types: readonly WebhookType[]): TellableType[] {
  const all = Object.keys(webhookTypeOf) as TellableType[];
  return all.filter((type) => types.includes(webhookTypeOf[type]));
}
