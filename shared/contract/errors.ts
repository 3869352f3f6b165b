/** Every code a problem answer may carry, with its HTTP status. Codes are only ever added. */
export const statusOf = {
  invalid_request: 400,
  not_signed_in: 401,
  wrong_credentials: 401,
  wrong_code: 401,
  code_expired: 401,
  wrong_passkey: 401,
  challenge_expired: 401,
  sign_in_expired: 401,
  origin_not_allowed: 403,
  step_up_required: 403,
  method_disabled: 403,
  password_reset_required: 403,
  passkey_required: 403,
  not_found: 404,
  link_expired: 410,
  body_too_large: 413,
  unsupported_media_type: 415,
  password_rejected: 422,
  passkey_rejected: 422,
  too_many_attempts: 429,
  internal: 500,
  mail_not_sent: 502,
  method_unavailable: 503,
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

/** The members that a problem has beside those of RFC 9457, each named for its code in the contract. */
export interface ProblemDetails {
  /** `invalid_request`: which inputs, as dotted paths. */
  fields?: { path: string; message: string }[];
  /** `wrong_code`, `wrong_passkey`: tries before the code or the sign-in is void. */
  attemptsLeft?: number;
  /** `wrong_code`: the code was right but has been used before; the next one will do. */
  alreadyUsed?: boolean;
  /** `wrong_passkey`: no account has this passkey, so the browser may be told to forget it. */
  unknownCredential?: true;
  /** `password_rejected`: every reason, in order of weight. */
  reasons?: PasswordReason[];
  /** `step_up_required`: what proof counts. */
  methods?: StepUpMethod[];
  /** `too_many_attempts`: whole seconds to wait, at least 1. */
  retryAfter?: number;
}

export type StepUpMethod = "password" | "app" | "email" | "recovery" | "passkey";

/** RFC 9457 `application/problem+json`, as every route answers it. */
export interface Problem extends ProblemDetails {
  type: string;
  title: string;
  status: ErrorStatus;
  /** A sentence for people, in the request's language. */
  detail: string;
  code: ErrorCode;
  requestId: string;
}
