import * as v from "valibot";
import type { EventType } from "./event-types.ts";
import { webhookDescriptionLimit, webhookUrlLimit } from "./limits.ts";
import { timestamp } from "./timestamp.ts";

/** What an endpoint can be told of besides events: an account that is gone has no activity left. */
export type TellableType = EventType | "account_deleted";

/**
 * The name under which an endpoint is told of each event. Names are stable: they are only ever added, and a new event
 * of activity gets one here.
 */
export const webhookTypeOf = {
  account_created: "account.created",
  account_imported: "account.imported",
  account_exported: "account.exported",
  account_deleted: "account.deleted",
  reported_not_me: "account.reported_not_me",
  changes_suspended: "account.changes_suspended",
  change_kept: "account.change_kept",
  change_restored: "account.change_restored",
  change_removed: "account.change_removed",
  deletion_requested: "account.deletion_requested",
  deletion_stopped: "account.deletion_stopped",
  email_change_stopped: "email.change_stopped",
  email_change_requested: "email.change_requested",
  email_changed: "email.changed",
  email_change_undone: "email.change_undone",
  sign_in: "session.started",
  site_sign_in: "session.site_sign_in",
  sign_in_failed_second_step: "session.second_step_failed",
  signed_out: "session.signed_out",
  session_ended: "session.ended",
  sessions_ended: "session.others_ended",
  password_changed: "password.changed",
  password_reset_requested: "password.reset_requested",
  password_reset: "password.reset",
  reset_wait_begun: "password.reset_wait_begun",
  reset_wait_stopped: "password.reset_wait_stopped",
  method_added: "two_factor.method_added",
  method_removed: "two_factor.method_removed",
  method_disabled: "two_factor.method_disabled",
  two_factor_off: "two_factor.turned_off",
  recovery_code_used: "recovery_codes.used",
  recovery_codes_renewed: "recovery_codes.renewed",
  device_remembered: "device.remembered",
  device_forgotten: "device.forgotten",
  devices_forgotten: "device.all_forgotten",
  passkeys_only_on: "account.passkeys_only_on",
  passkeys_only_off: "account.passkeys_only_off",
  passkey_copied: "two_factor.passkey_copied",
  invitation_accepted: "account.invitation_accepted",
  two_factor_reset: "two_factor.reset",
  two_factor_reset_stopped: "two_factor.reset_stopped",
  operator_created_account: "operator.created_account",
  operator_invited: "operator.invited",
  operator_viewed_account: "operator.viewed_account",
  operator_viewed_activity: "operator.viewed_activity",
  operator_ended_session: "operator.ended_session",
  operator_ended_sessions: "operator.ended_sessions",
  operator_required_password_reset: "operator.required_password_reset",
  operator_disputed_changes: "operator.disputed_changes",
  operator_began_two_factor_reset: "operator.began_two_factor_reset",
  operator_cancelled_two_factor_reset: "operator.cancelled_two_factor_reset",
  operator_disabled_account: "operator.disabled_account",
  operator_enabled_account: "operator.enabled_account",
} as const satisfies Record<TellableType, string>;

export type WebhookType = (typeof webhookTypeOf)[TellableType];

/** Everything that an endpoint can subscribe to. */
export const webhookTypes = Object.values(webhookTypeOf);

const account = v.object({ id: v.string() });

/** What is said of an event besides its account: by which kind of proof, how many; no address, no name, no secret. */
export const webhookDetails = v.object({
  method: v.optional(v.string()),
  amr: v.optional(v.string()),
  left: v.optional(v.number()),
  stepUp: v.optional(v.boolean()),
  signedOutOthers: v.optional(v.boolean()),
});
export type WebhookDetails = v.InferOutput<typeof webhookDetails>;

/** The body of a delivery: a test has no account, a deleted account no event, and everything else both. */
export const webhookPayload = v.variant("type", [
  v.object({ type: v.literal("webhook.test"), timestamp, data: v.object({}) }),
  v.object({ type: v.literal(webhookTypeOf.account_deleted), timestamp, data: v.object({ account }) }),
  v.object({
    type: v.picklist(webhookTypes.filter((type) => type !== webhookTypeOf.account_deleted)),
    timestamp,
    data: v.object({ account, event: v.object({ id: v.string() }), ...webhookDetails.entries }),
  }),
]);
export type WebhookPayload = v.InferOutput<typeof webhookPayload>;

const url = v.pipe(
  v.string(),
  v.maxLength(webhookUrlLimit),
  v.check((text) => URL.canParse(text), "must be an address"),
);
const types = v.pipe(
  v.array(v.picklist(webhookTypes)),
  v.minLength(1),
  v.maxLength(webhookTypes.length),
  v.check((list) => new Set(list).size === list.length, "each type once"),
);
const description = v.pipe(v.string(), v.maxLength(webhookDescriptionLimit));

export const createWebhookBody = v.object({ url, types, description: v.optional(description, "") });

export const updateWebhookBody = v.object({
  url: v.optional(url),
  types: v.optional(types),
  description: v.optional(description),
  enabled: v.optional(v.boolean()),
});

export const deliveriesQuery = v.object({
  cursor: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(100))),
});

/** Why an endpoint gets nothing: the operator's choice, days without a success, or its own response 410. */
export const disabledReasons = ["operator", "failing", "gone"] as const;

/** An endpoint, as the operator sees it; its secret is shown when it is made and never again. */
export const webhook = v.object({
  id: v.string(),
  url: v.string(),
  description: v.string(),
  types: v.array(v.picklist(webhookTypes)),
  enabled: v.boolean(),
  disabled: v.optional(v.object({ at: timestamp, reason: v.picklist(disabledReasons) })),
  /** Since when nothing has got through; null while all is well. */
  failingSince: v.nullable(timestamp),
  createdAt: timestamp,
});
export type Webhook = v.InferOutput<typeof webhook>;

/** A new endpoint, with the secret that its deliveries are signed by: `whsec_` and base64 of 32 bytes. */
export const newWebhook = v.object({ webhook, secret: v.string() });
export type NewWebhook = v.InferOutput<typeof newWebhook>;

export const webhookList = v.object({ webhooks: v.array(webhook) });
export type WebhookList = v.InferOutput<typeof webhookList>;

/** A secret in place of the one before, which signs along until then. */
export const newWebhookSecret = v.object({ secret: v.string(), oldSecretUntil: timestamp });
export type NewWebhookSecret = v.InferOutput<typeof newWebhookSecret>;

/** Why an attempt did not succeed where no status tells it. */
export const deliveryProblems = [
  "timeout",
  "unreachable",
  "redirect",
  "refused_address",
  "disabled",
  "secret",
] as const;
export type DeliveryProblem = (typeof deliveryProblems)[number];

/** One event for one endpoint, and what has become of it. */
export const delivery = v.object({
  /** The header `webhook-id`, the same at every attempt. */
  id: v.string(),
  type: v.picklist([...webhookTypes, "webhook.test"]),
  status: v.picklist(["waiting", "delivered", "failed"]),
  createdAt: timestamp,
  /** Since it was made, or last sent again by the operator. */
  attempts: v.number(),
  lastAttemptAt: v.nullable(timestamp),
  /** The HTTP status of the last answer; null where none came. */
  lastStatus: v.nullable(v.number()),
  lastProblem: v.nullable(v.picklist(deliveryProblems)),
  nextAttemptAt: v.nullable(timestamp),
});
export type Delivery = v.InferOutput<typeof delivery>;

/** A page of deliveries, newest first; `next` is the cursor of the page after it, where there is one. */
export const deliveryPage = v.object({ deliveries: v.array(delivery), next: v.optional(v.string()) });
export type DeliveryPage = v.InferOutput<typeof deliveryPage>;
