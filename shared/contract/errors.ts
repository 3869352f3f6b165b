import * as v from "valibot";
import { operatorScope } from "./operator.ts";
import { waitingChange } from "./waiting.ts";

/** Every code a problem answer may carry, with its HTTP status. Codes are only ever added. */
export const statusOf = {
  invalid_request: 400,
  not_signed_in: 401,
  wrong_credentials: 401,
  operator_key_refused: 401,
  wrong_code: 401,
  code_expired: 401,
  wrong_passkey: 401,
  challenge_expired: 401,
  sign_in_expired: 401,
  origin_not_allowed: 403,
  step_up_required: 403,
  audience_not_allowed: 403,
  scope_missing: 403,
  account_disabled: 403,
  method_disabled: 403,
  password_reset_required: 403,
  passkey_required: 403,
  link_required: 403,
  not_found: 404,
  request_timeout: 408,
  account_exists: 409,
  other_account: 409,
  import_rows_missing: 409,
  two_factor_off: 409,
  too_many_webhooks: 409,
  webhook_disabled: 409,
  link_expired: 410,
  nothing_to_send: 410,
  body_too_large: 413,
  unsupported_media_type: 415,
  password_rejected: 422,
  key_reused: 422,
  passkey_rejected: 422,
  too_many_attempts: 429,
  internal: 500,
  mail_not_sent: 502,
  method_unavailable: 503,
  migration_missing: 503,
  still_working: 503,
} as const;

export type ErrorCode = keyof typeof statusOf;
export type ErrorStatus = (typeof statusOf)[ErrorCode];

export const errorCodes = Object.keys(statusOf) as ErrorCode[];

/** Why a new password is refused. */
export const passwordReasons = [
  "too_short",
  "too_long",
  "breached",
  "contains_email",
  "same_as_before",
  "too_common",
] as const;
export type PasswordReason = (typeof passwordReasons)[number];

export const stepUpMethods = ["password", "app", "email", "recovery", "passkey"] as const;
export type StepUpMethod = (typeof stepUpMethods)[number];

const details = {
  /** `invalid_request`: which inputs, as dotted paths. */
  fields: v.optional(v.array(v.object({ path: v.string(), message: v.string() }))),
  /** `wrong_code`: tries before the code or the sign-in is void. */
  attemptsLeft: v.optional(v.number()),
  /** `wrong_passkey`: no account has this passkey, so the browser may be told to forget it. */
  unknownCredential: v.optional(v.literal(true)),
  /** `wrong_code`: the code was right but has been used before; the next one will do. */
  alreadyUsed: v.optional(v.boolean()),
  /** `password_rejected`: every reason, in order of weight. */
  reasons: v.optional(v.array(v.picklist(passwordReasons))),
  /** `step_up_required`: what proof counts. */
  methods: v.optional(v.array(v.picklist(stepUpMethods))),
  /** `password_reset_required`: the reset that waits, where one does; only who has a right proof is told. */
  waiting: v.optional(waitingChange),
  /** `too_many_attempts`: whole seconds to wait, at least 1. */
  retryAfter: v.optional(v.number()),
  /** `import_rows_missing`: how many rows were taken, behind which the next chunk begins. */
  nextRow: v.optional(v.number()),
  /** `migration_missing`: the first that was not applied, by its file name. */
  migration: v.optional(v.string()),
  /** `scope_missing`: the one that the operator's key lacks. */
  scope: v.optional(operatorScope),
};

/** The members that a problem has beside those of RFC 9457, each named for its code in the contract. */
export const problemDetails = v.object(details);
export type ProblemDetails = v.InferOutput<typeof problemDetails>;

/** RFC 9457 `application/problem+json`, as every route answers it. */
export const problem = v.object({
  type: v.string(),
  title: v.string(),
  status: v.number(),
  /** A sentence for people, in the request's language. */
  detail: v.string(),
  code: v.picklist(errorCodes),
  requestId: v.string(),
  ...details,
});
export type Problem = v.InferOutput<typeof problem>;
