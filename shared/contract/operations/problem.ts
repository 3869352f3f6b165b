import { type ErrorCode, errorCodes, statusOf } from "../errors.ts";
import { wordsOf } from "./caller.ts";
import type { Operation } from "./operation.ts";

/** Every code that an operation may answer, by rising status: its own, and those of its kind of request. */
export function problemsOf({ method, caller, query, body, problems = [] }: Operation): ErrorCode[] {
  const codes = new Set<ErrorCode>([
    ...(query || body || method !== "get" ? (["invalid_request"] as const) : []),
    ...wordsOf(caller).problems,
    ...(method === "get" ? [] : (["origin_not_allowed", "key_reused", "still_working"] as const)),
    ...(body ? (["request_timeout", "body_too_large", "unsupported_media_type"] as const) : []),
    ...problems,
    "too_many_attempts",
    "internal",
  ]);
  return errorCodes.filter((code) => codes.has(code)).sort((a, b) => statusOf[a] - statusOf[b]);
}

/** What a caller does about each code. */
export const whatToDo: Record<ErrorCode, string> = {
  invalid_request: "Mend the request: `fields` names each place that is wrong and what was expected there.",
  not_signed_in: "There is no session, or it has ended. Ask the person to sign in.",
  wrong_credentials: "Show that the e-mail or the password is wrong, never which of the two: the service does not say.",
  operator_key_refused: "The key is not known, revoked or out of date. Make another with `npm run operator`.",
  wrong_code:
    "Let the person type the code again; `attemptsLeft` says how often. With `alreadyUsed` the code was right: the app's next one will do.",
  code_expired: "Ask for a new code, and use the newest mail.",
  sign_in_expired: "Start the sign-in again from the password.",
  origin_not_allowed: "Add the page's origin to `ALLOWED_ORIGINS` of the service, or call with a bearer token.",
  step_up_required: "Ask for one of `methods`, send it to `POST /v1/step-up`, and repeat the request.",
  scope_missing: "The key is good but lacks `scope`. Use one that has it.",
  wrong_passkey:
    "Offer another way or another try; with `unknownCredential`, tell the browser to forget the passkey (`signalUnknownCredential`).",
  challenge_expired: "Ask for new options, and start the ceremony again.",
  passkey_required: "The account asks for nothing weaker than a passkey. Use one, or a recovery code.",
  link_required:
    "Too many wrong codes were entered for this address. Ask the person to open the link in the mail; a new code would be refused too.",
  passkey_rejected: "It is not what was asked for, is on an account already, or is one too many. Nothing has changed.",
  audience_not_allowed: "Name a server that `TOKEN_AUDIENCES` lists, and ask from a page that it lists for it.",
  account_disabled: "An operator has shut this account. Send the person to the people who run the service.",
  method_disabled: "Too many wrong codes in a row. Offer another method; this one has to be set up again.",
  password_reset_required:
    "The password is void: its owner reported a break-in, or an operator asked for a new one. Lead the person to a password reset.",
  not_found: "There is nothing by this id, or it is somebody else's. Read the list again.",
  other_account:
    "Somebody else is signed in by now than the account in `Latchkey-Account`. Nothing was done. Ask `GET /v1/session` without the header, and show who it is.",
  account_exists: "There is an account of this address already. Look it up instead.",
  two_factor_off: "There is nothing to reset.",
  too_many_webhooks: "Delete a webhook that is not used any more, then make the new one.",
  webhook_disabled: "Enable the webhook first, once its receiver answers again.",
  nothing_to_send: "It has arrived, and what it said was not kept. There is nothing to do.",
  import_rows_missing: "Go on at `nextRow`: rows between those that were taken and these are missing.",
  link_expired: "The link of the mail was used or is too old. Nothing has changed.",
  request_timeout: "The body did not arrive within 30 seconds, and nothing was done. Send the request again.",
  body_too_large: "Send less: 16 KiB at most.",
  unsupported_media_type: "Set `Content-Type` to the type that the operation names.",
  password_rejected: "Show `reasons`, the most important first, and let the person choose another password.",
  key_reused: "Nothing was done. Send another `Idempotency-Key` with another request.",
  still_working:
    "The first request with this `Idempotency-Key` is still under way. Send it again in a moment, with the same key.",
  too_many_attempts: "Wait `retryAfter` seconds (also in `Retry-After`), then try again.",
  internal: "A fault of the service, which has logged it. Try again in a moment; report it with `requestId`.",
  mail_not_sent: "The mail could not be sent and nothing has changed. Try again in a moment.",
  method_unavailable:
    "The service cannot open this app's secret. Offer another method; this app has to be set up again.",
  migration_missing:
    "The database is older than the worker: apply `migration` and those after it (`wrangler d1 migrations apply`).",
};
