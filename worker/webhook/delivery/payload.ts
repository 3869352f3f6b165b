import * as v from "valibot";
import {
  type TellableType,
  type WebhookDetails,
  type WebhookType,
  webhookDetails,
  webhookTypeOf,
} from "../../../shared/contract/webhook.ts";

/** The type of a delivery that tells of nothing. */
export const testType = "webhook_test";

/** The public name of a delivery's type. */
export function nameOf(type: string): WebhookType | "webhook.test" {
  return type === testType ? "webhook.test" : webhookTypeOf[type as TellableType];
}

/** What a delivery tells of, as it is kept. */
export interface Told {
  type: string;
  at: number;
  /** A JSON object, where there is no event. */
  data: string | null;
  event_id: string | null;
  account_id: string | null;
  /** A JSON object. */
  detail: string | null;
}

/**
 * The body of a delivery, the same at each attempt. Of what activity keeps it says the account, the event and what kind
 * of proof it was about: where from, by which browser, to which address and under which name stay here, for they are
 * people's own (promise S9 keeps secrets out of activity in the first place).
 */
export function payloadText(told: Told): string {
  const { account_id: accountId, event_id: eventId } = told;
  const data: object =
    told.data === null
      ? { account: { id: accountId }, event: { id: eventId }, ...detailsOf(told.detail) }
      : JSON.parse(told.data);
  return JSON.stringify({ type: nameOf(told.type), timestamp: new Date(told.at).toISOString(), data });
}

function detailsOf(detail: string | null): WebhookDetails {
  return v.parse(webhookDetails, JSON.parse(detail ?? "{}"));
}
