import type { ClientErrorCode } from "../../contract/answer.ts";

/** What a screen says to each code that a call may answer. */
export type ProblemTexts = Record<ClientErrorCode, string>;

const ours = "Something went wrong on our side. Try again in a moment.";

const anywhere: ProblemTexts = {
  invalid_request: "Something here isn't filled in as it should be. Check it and try again.",
  not_signed_in: "You've been signed out. Sign in again to go on.",
  wrong_credentials: "That e-mail and password don't match an account.",
  operator_key_refused: ours,
  wrong_code: "That code didn't match. Check it and try again.",
  code_expired: "That code has expired. Send a new one.",
  wrong_passkey: "That passkey didn't prove that it's you. Try it again, or use another way.",
  challenge_expired: "That took too long. Try again.",
  sign_in_expired: "This sign-in took too long or had too many wrong codes. Enter your password again.",
  origin_not_allowed: "This page may not do that. Open Latchkey at its own address.",
  step_up_required: "Nothing has changed. This needs a code first, to confirm it's you.",
  import_rows_missing: ours,
  scope_missing: ours,
  account_disabled: "This account has been disabled. Ask the people who run this service why.",
  method_disabled: "Too many wrong codes in a row: this method is off until you set it up again. Use another way.",
  password_reset_required: "This password no longer works, to keep your account safe. Reset it by e-mail.",
  passkey_required: "This account asks for a passkey and nothing weaker. Use a passkey or a recovery code.",
  link_required: "Too many wrong codes were entered for this address. Open the link in the e-mail instead.",
  not_found: "That is no longer there. Reload to see how things stand.",
  audience_not_allowed: "This page may not have tokens for that server.",
  account_exists: "There is an account with this address already.",
  other_account: "Someone else is signed in to this browser now. Nothing was changed. Reload the page.",
  key_reused: ours,
  still_working: "We're still working on that. Try again in a moment.",
  two_factor_off: "Two-factor authentication is off already.",
  too_many_webhooks: ours,
  webhook_disabled: ours,
  nothing_to_send: ours,
  link_expired: "This link has been used already, or has expired.",
  request_timeout: "That took too long, so nothing was changed. Try again.",
  body_too_large: "That is too long. Shorten it and try again.",
  unsupported_media_type: ours,
  password_rejected: "This password can't be used. Choose another.",
  passkey_rejected: "This passkey can't be added: it may be on an account already. Try another one.",
  too_many_attempts: "Too many tries. Wait a moment and try again.",
  internal: ours,
  mail_not_sent: "The e-mail couldn't be sent. Try again in a moment; nothing has changed.",
  method_unavailable:
    "We can't check codes of one of your authenticator apps. Use another app or another way, then set that app up again.",
  migration_missing: ours,
  offline: "Can't reach the server. Your codes still work.",
};

/** What the panel says when something fails, screen by screen. */
export const panelProblems = {
  anywhere,
  signIn: anywhere,
  createAccount: { ...anywhere, invalid_request: "Check that the e-mail address is right and a password is there." },
  verifyAddress: {
    ...anywhere,
    wrong_code: "That code didn't match. Use the newest e-mail; older codes no longer work.",
  },
  appCode: {
    ...anywhere,
    wrong_code: "That code didn't match. Check that your phone's clock is right, and try the code it shows now.",
  },
  appSetUp: {
    ...anywhere,
    wrong_code: "That code didn't match. Check that your phone's clock is right, and try the code it shows now.",
    code_expired: "This key has waited too long. Start again with a new one.",
    not_found: "This key has waited too long. Start again with a new one.",
  },
  thisBrowser: {
    ...anywhere,
    wrong_code: "This browser's code didn't match, so nothing has changed. Check that this computer's clock is right.",
    code_expired: "This key has waited too long. Go back and start again with a new one.",
    not_found: "This key has waited too long. Go back and start again with a new one.",
  },
  emailCode: {
    ...anywhere,
    wrong_code: "That code didn't match. Use the newest e-mail; older codes no longer work.",
    not_found: "That code has expired. Send a new one.",
  },
  recoveryCode: {
    ...anywhere,
    wrong_code: "That recovery code didn't match, or has been used already. Try another.",
  },
  changePassword: { ...anywhere, wrong_credentials: "That isn't your current password. Try it again." },
  provePassword: { ...anywhere, wrong_credentials: "That isn't your password. Try it again." },
} satisfies Record<string, ProblemTexts>;
