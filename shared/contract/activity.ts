import * as v from "valibot";
import { moment } from "./moment.ts";
import { timestamp } from "./timestamp.ts";

/** What an operator of the service did to an account; `detail.operator` says who. */
export const operatorActs = [
  "operator_created_account",
  "operator_invited",
  "operator_viewed_account",
  "operator_viewed_activity",
  "operator_ended_session",
  "operator_ended_sessions",
  "operator_required_password_reset",
  "operator_disputed_changes",
  "operator_began_two_factor_reset",
  "operator_cancelled_two_factor_reset",
  "operator_disabled_account",
  "operator_enabled_account",
] as const;
export type OperatorAct = (typeof operatorActs)[number];

/** Everything that activity tells of. Types are only ever added. */
export const eventTypes = [
  "account_created",
  "account_imported",
  "sign_in",
  "sign_in_failed_second_step",
  "signed_out",
  "session_ended",
  "sessions_ended",
  "password_changed",
  "password_reset_requested",
  "password_reset",
  "reset_wait_begun",
  "reset_wait_stopped",
  "method_added",
  "method_removed",
  "method_disabled",
  "two_factor_off",
  "recovery_code_used",
  "recovery_codes_renewed",
  "device_remembered",
  "device_forgotten",
  "devices_forgotten",
  "email_change_requested",
  "email_changed",
  "email_change_undone",
  "reported_not_me",
  "account_exported",
  "site_sign_in",
  "invitation_accepted",
  "two_factor_reset",
  "two_factor_reset_stopped",
  ...operatorActs,
  "passkeys_only_on",
  "passkeys_only_off",
  "passkey_copied",
  "changes_suspended",
  "change_kept",
  "change_restored",
  "change_removed",
  "email_change_stopped",
  "deletion_requested",
  "deletion_stopped",
] as const;
export type EventType = (typeof eventTypes)[number];

/** What an event says beside its type, such as `{method: "app"}`: never a secret, a code or a token (promise S9). */
export const eventDetail = v.record(v.string(), v.union([v.string(), v.number(), v.boolean()]));
export type EventDetail = v.InferOutput<typeof eventDetail>;

/** One thing that happened to an account, and where it was done from. */
export const activityEvent = v.object({
  id: v.string(),
  type: v.picklist(eventTypes),
  at: timestamp,
  ip: v.string(),
  userAgent: v.string(),
  /** In words, such as `Firefox` and `Linux`; null where the user agent does not say. */
  browser: v.nullable(v.string()),
  system: v.nullable(v.string()),
  place: v.optional(v.string()),
  detail: eventDetail,
});
export type ActivityEvent = v.InferOutput<typeof activityEvent>;

/** A page of activity, newest first; `next` is the cursor of the page after it, where there is one. */
export const activityPage = v.object({ events: v.array(activityEvent), next: v.optional(v.string()) });
export type ActivityPage = v.InferOutput<typeof activityPage>;

/** Which events: of one type, from the moment `since` on and before `until`. */
export const activityFilter = v.object({
  type: v.optional(v.picklist(eventTypes)),
  since: v.optional(moment),
  until: v.optional(moment),
});
export type ActivityFilter = v.InferOutput<typeof activityFilter>;

export const activityQuery = v.object({
  ...activityFilter.entries,
  cursor: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(100))),
});
