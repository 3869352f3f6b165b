import type { ErrorCode } from "../../contract/errors.ts";

/** What a problem answer says for people: a title that never changes for a code, and a sentence on what to do. */
export const problems: Record<ErrorCode, { title: string; detail: string }> = {
  invalid_request: {
    title: "The request is not valid",
    detail: "Something in the request is missing or malformed. See `fields`.",
  },
  not_signed_in: { title: "Not signed in", detail: "You are not signed in. Sign in and try again." },
  wrong_credentials: {
    title: "Wrong e-mail or password",
    detail: "That e-mail and password don't match an account.",
  },
  operator_key_refused: {
    title: "Operator key refused",
    detail: "This needs an operator's key, and this one is none, has expired or was revoked.",
  },
  wrong_code: { title: "Wrong code", detail: "That code didn't match. Check it and try again." },
  code_expired: { title: "Code expired", detail: "That code has expired. Send a new one." },
  wrong_passkey: {
    title: "Passkey not accepted",
    detail: "That passkey didn't prove that it's you. Try it again, or use another way.",
  },
  challenge_expired: {
    title: "Challenge expired",
    detail: "That took too long, or was used already. Try again.",
  },
  sign_in_expired: { title: "Sign-in expired", detail: "This sign-in is no longer good. Start again." },
  origin_not_allowed: {
    title: "Origin not allowed",
    detail: "This page may not do that. Its origin is not on the service's allow-list.",
  },
  step_up_required: {
    title: "Confirm that it's you",
    detail: "This needs a fresh proof that it's you. Confirm it and try again.",
  },
  audience_not_allowed: {
    title: "Audience not allowed",
    detail: "There is no such server, or it does not name this page. See TOKEN_AUDIENCES.",
  },
  scope_missing: {
    title: "Scope missing",
    detail: "This key isn't allowed to do that. It needs the scope named in `scope`.",
  },
  account_disabled: {
    title: "Account disabled",
    detail: "This account has been disabled by the operators of the service. Ask them why.",
  },
  method_disabled: {
    title: "Method disabled",
    detail: "Too many wrong codes in a row: this method is off until you set it up again. Use another way.",
  },
  password_reset_required: {
    title: "New password required",
    detail: "This password no longer works, to keep the account safe. Reset it by e-mail.",
  },
  passkey_required: {
    title: "Passkey required",
    detail: "This account asks for a passkey and nothing weaker. Use a passkey or a recovery code.",
  },
  link_required: {
    title: "Use the link in the e-mail",
    detail: "Too many wrong codes were entered for this address. Open the link in the e-mail instead.",
  },
  not_found: { title: "Not found", detail: "There is nothing at this address." },
  account_exists: { title: "Account exists", detail: "There is an account with this address already." },
  two_factor_off: { title: "Two-factor is off", detail: "This person has no two-factor authentication to turn off." },
  too_many_webhooks: {
    title: "Too many webhooks",
    detail: "There are as many webhooks as there may be. Delete one that is not used any more.",
  },
  webhook_disabled: {
    title: "Webhook disabled",
    detail: "This webhook is disabled, so nothing is sent to it. Enable it first.",
  },
  other_account: {
    title: "Another account is signed in",
    detail: "Someone else is signed in now than the account that this page shows. Nothing was changed.",
  },
  key_reused: {
    title: "Key used before",
    detail: "This `Idempotency-Key` came with another request. Nothing was changed.",
  },
  still_working: {
    title: "Still working on it",
    detail: "This request is still being carried out. Try again in a moment.",
  },
  link_expired: { title: "Link expired", detail: "This link has been used already, or has expired." },
  nothing_to_send: { title: "Nothing left to send", detail: "This has arrived, and what it said was not kept." },
  import_rows_missing: {
    title: "Rows are missing",
    detail: "There are rows between those that were taken and these. Go on at `nextRow`.",
  },
  request_timeout: {
    title: "Request took too long",
    detail: "The request didn't arrive in time, so nothing was changed. Try again.",
  },
  body_too_large: { title: "Body too large", detail: "The request is larger than this address takes." },
  unsupported_media_type: {
    title: "Unsupported content type",
    detail: "Send the body as application/json.",
  },
  password_rejected: {
    title: "Password refused",
    detail: "This password can't be used. Choose another one. See `reasons`.",
  },
  passkey_rejected: {
    title: "Passkey can't be added",
    detail:
      "This passkey can't be added: it is on an account already, or of a kind that we don't take. Try another one.",
  },
  too_many_attempts: { title: "Too many tries", detail: "Too many tries. Wait a moment and try again." },
  internal: {
    title: "Something went wrong",
    detail: "Something went wrong on our side. It may have been done all the same: check, then try again in a moment.",
  },
  mail_not_sent: {
    title: "E-mail not sent",
    detail: "The e-mail couldn't be sent. Try again in a moment; nothing has changed.",
  },
  method_unavailable: {
    title: "That app can't be checked",
    detail:
      "We can't check codes of one of your authenticator apps. Use another app or another way, then set that app up again.",
  },
  migration_missing: {
    title: "The database isn't up to date",
    detail: "This version needs a database migration that hasn't been applied yet.",
  },
};
