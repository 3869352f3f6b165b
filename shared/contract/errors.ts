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
