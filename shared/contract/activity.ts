import * as v from "valibot";

/** Everything that activity tells of. Types are only ever added. */
export const eventTypes = [
  "account_created",
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
  "passkeys_only_on",
  "passkeys_only_off",
  "passkey_copied",
] as const;
export type EventType = (typeof eventTypes)[number];

/** What an event says beside its type, such as `{method: "app"}`: never a secret, a code or a token (promise S9). */
export type EventDetail = Record<string, string | number | boolean>;

/** One thing that happened to an account, and where it was done from. */
export interface ActivityEvent {
  id: string;
  type: EventType;
  at: string;
  ip: string;
  userAgent: string;
  /** In words, such as `Firefox` and `Linux`; null where the user agent does not say. */
  browser: string | null;
  system: string | null;
  place?: string;
  detail: EventDetail;
}

/** A page of activity, newest first; `next` is the cursor of the page after it, where there is one. */
export interface ActivityPage {
  events: ActivityEvent[];
  next?: string;
}

export const activityQuery = v.object({
  cursor: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(100))),
});
