import { administratorNews, type SecurityMailText } from "./administrator-news.ts";

const news = {
  new_sign_in: {
    subject: "New sign-in to your Latchkey account",
    lead: "Someone signed in to your account from a browser you haven't used before.",
  },
  wrong_second_step: {
    subject: "Someone has your Latchkey password",
    lead: "Someone entered your correct password, then a wrong code. Two-factor authentication kept them out. If this wasn't you, they know your password.",
  },
  wrong_step_up_code: {
    subject: "Wrong codes on your Latchkey account",
    lead: "Someone who is signed in to your account was asked to confirm their identity and entered wrong codes.",
  },
  method_disabled: {
    subject: "A sign-in method was turned off",
    lead: (method) =>
      `After 100 wrong codes in a row, you can no longer sign in with this method: ${method}. To use it again, set it up again.`,
  },
  password_changed: {
    subject: "Your Latchkey password was changed",
    lead: "Your old password no longer works.",
  },
  password_reset: {
    subject: "Your Latchkey password was reset",
    lead: "Your password was reset with an e-mail that we sent to this address. Your old password no longer works.",
  },
  reset_wait_begun: {
    subject: "Someone is resetting your Latchkey password",
    lead: (until) =>
      `Someone asked for a new password, with an e-mail that we sent to this address. Because e-mail is also your two-factor method, the new password won't work until ${until}. Nothing changes before then, and you can stop it.`,
  },
  reset_wait_stopped: {
    subject: "Your Latchkey password stays the same",
    lead: "The password reset that was waiting was stopped from your account. Your password is the same as before.",
  },
  method_added: {
    subject: "A sign-in method was added to your account",
    lead: (method) => `You can now sign in with this method: ${method}.`,
  },
  method_removed: {
    subject: "A sign-in method was removed from your account",
    lead: (method) => `You can no longer sign in with this method: ${method}.`,
  },
  last_passkey_removed: {
    subject: "The last passkey was removed from your account",
    lead: (passkey) =>
      `You can no longer sign in with this passkey: ${passkey}. It was your last one, so “Only allow passkeys” is off, and you can sign in with your other methods again.`,
  },
  passkeys_only_on: {
    subject: "Your Latchkey account now accepts only passkeys",
    lead: "Codes from apps and e-mails no longer work. Recovery codes still do.",
  },
  passkeys_only_off: {
    subject: "Your Latchkey account accepts codes again",
    lead: "You can sign in with your other methods again, not just with a passkey.",
  },
  passkey_copied: {
    subject: "A passkey of your account may have been copied",
    lead: (name) =>
      `We refused a passkey because it counts fewer uses than before, so someone may have a copy of it: ${name}. Remove it and add a new one.`,
  },
  two_factor_off: {
    subject: "Two-factor authentication was turned off",
    lead: "Your account is now protected by your password alone.",
  },
  recovery_code_used: {
    subject: "A recovery code was used on your account",
    lead: (left) => `One of your recovery codes was used instead of a sign-in code. You have ${left} left.`,
  },
  few_recovery_codes: {
    subject: "A recovery code was used on your account, and few are left",
    lead: (left) =>
      `One of your recovery codes was used instead of a sign-in code. You have ${left} left. Get new ones while you can still sign in.`,
  },
  recovery_codes_renewed: {
    subject: "You have new recovery codes",
    lead: "New recovery codes were created for your account. The old ones no longer work.",
  },
  email_change_requested: {
    subject: "Someone asked to change the address of your account",
    lead: (address) => `Someone asked to move your account to this address: ${address}. Nothing has changed yet.`,
  },
  email_changed: {
    subject: "The address of your Latchkey account was changed",
    lead: (address) =>
      `Your account now uses this address: ${address}. Future e-mails go there. You can undo the change for 7 days.`,
  },
  email_is_new: {
    subject: "This is now the address of your Latchkey account",
    lead: "Your account now uses this address. We've also told the old one.",
  },
  reported_not_me: {
    subject: "Your Latchkey account is locked until you choose a new password",
    lead: "Someone with access to this mailbox selected “This wasn't me”. You were signed out everywhere, your old password no longer works, and recent changes are suspended. To get back in, select “Forgot your password?” when you sign in. Then review the changes and keep the ones you made.",
  },
  disputed_reset_begun: {
    subject: "Someone is resetting your Latchkey password",
    lead: (until) =>
      `Someone asked for a new password with a code that we sent to this address. Because recent changes to your account are suspended, the new password will work from ${until}. To use it now, enter a code of a suspended method or a suspended recovery code. You can stop the reset until then.`,
  },
  change_kept: {
    subject: "A suspended change to your Latchkey account was kept",
    lead: (name) => `This was suspended and works again: ${name}.`,
  },
  change_restored: {
    subject: "A removed method of your Latchkey account was restored",
    lead: (name) => `This was removed and works again: ${name}.`,
  },
  change_removed: {
    subject: "A suspended change to your Latchkey account was removed",
    lead: (name) => `This has been deleted for good: ${name}.`,
  },
  deletion_requested: {
    subject: "Your Latchkey account will be deleted",
    lead: (until) =>
      `Your account and everything in it will be deleted on ${until}, and you were signed out everywhere. If you change your mind, sign in before then and choose to keep your account.`,
  },
  deletion_stopped: {
    subject: "Your Latchkey account is kept",
    lead: "The deletion of your account was cancelled. Nothing was deleted.",
  },
  account_exported: {
    subject: "The data of your Latchkey account was downloaded",
    lead: "Someone who is signed in to your account downloaded everything that is stored about it, such as its address, sessions and activity. No passwords or codes are included.",
  },
  email_change_stopped: {
    subject: "The address of your Latchkey account stays the same",
    lead: "The change of your account's address was stopped. Your address is the same as before.",
  },
  email_change_undone: {
    subject: "Your Latchkey account has its old address again",
    lead: "The change of your address was undone, and you were signed out everywhere.",
  },
  account_deleted: {
    subject: "Your Latchkey account was deleted",
    lead: "Your account and everything in it was deleted. This is the last e-mail about it.",
  },
  ...administratorNews,
} satisfies Record<string, SecurityMailText>;

/** Which things that happen are mailed. */
export type SecurityNewsKind = keyof typeof news;

/** The words of mails on security events. */
export const securityMail = {
  news: news as Record<SecurityNewsKind, SecurityMailText>,
  gathered: {
    subject: "Recent activity on your Latchkey account",
    lead: "A lot has happened on your account, so we've put it into one e-mail.",
    times: (times: number, moment: string) => `${times} times, most recently on ${moment}`,
    more: (count: number) => `And ${count} more. You can see all of it under Activity in your account.`,
  },
  reason: "Sent because it affects the security of your Latchkey account.",
  notMe: {
    lead: "If this wasn't you, secure your account. You'll be signed out everywhere, and your password will stop working.",
    words: "This wasn't me",
  },
  undoEmail: {
    lead: "If this wasn't you, undo the change within 7 days. You'll get your address back and be signed out everywhere.",
    words: "Undo the change",
  },
  stopTwoFactorReset: {
    lead: "If you didn't ask for this, stop it here. You can also stop it in your account after confirming it's you.",
    words: "Keep two-factor authentication on",
  },
  stopReset: { lead: "If this wasn't you, stop the reset.", words: "Stop the reset" },
};
