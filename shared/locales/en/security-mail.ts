/** What a mail says of something that happened to an account; `about` is what the sentence names. */
export interface SecurityMailText {
  subject: string;
  lead: string | ((about: string) => string);
}

/** What operators of the service did. */
const operatorNews = {
  account_made: {
    subject: "A Latchkey account was made for you",
    lead: "An account was made for this address. You sign in with the password that you were told, and should change it. If you were told none, choose 'Forgot your password?' at the sign-in.",
  },
  password_reset_required: {
    subject: "Your Latchkey account needs a new password",
    lead: "Every browser was signed out of your account, and your old password no longer works. Choose 'Forgot your password?' at the sign-in to make a new one.",
  },
  changes_disputed: {
    subject: "Your Latchkey account needs a new password",
    lead: "Every browser was signed out of your account, your old password no longer works, and what was added in the last 7 days is suspended. Choose “Forgot your password?” to get back in. Then review what was suspended and keep what is yours.",
  },
  two_factor_reset_begun: {
    subject: "Your two-factor authentication is about to be turned off",
    lead: (until) =>
      `An operator of this service was asked to turn off your two-factor authentication. It goes off on ${until}. Until then nothing has changed and you can stop it.`,
  },
  two_factor_reset_cancelled: {
    subject: "Your two-factor authentication stays on",
    lead: "The operator took it back: your two-factor authentication is not turned off.",
  },
  two_factor_reset_stopped: {
    subject: "Your two-factor authentication stays on",
    lead: "The request to turn off two-factor authentication was stopped from your account.",
  },
  two_factor_reset: {
    subject: "Two-factor authentication was turned off",
    lead: "The wait is over: two-factor authentication was turned off, and every browser was signed out. Your password is all that protects your account now. Sign in and turn it on again.",
  },
  account_disabled: {
    subject: "Your Latchkey account was disabled",
    lead: "Your account was disabled. Nobody can sign in to it, and every browser was signed out. Ask the people who run this service why.",
  },
  account_enabled: {
    subject: "Your Latchkey account is open again",
    lead: "Your account is no longer disabled: you can sign in again.",
  },
  account_deleted_by_operator: {
    subject: "Your Latchkey account was deleted",
    lead: "Your account was deleted, with all that was kept on it. This is the last mail about it. Ask the people who run this service if you didn't expect it.",
  },
} satisfies Record<string, SecurityMailText>;

const news = {
  new_sign_in: {
    subject: "New sign-in to your Latchkey account",
    lead: "Someone signed in to your account from a browser that we haven't seen on it before.",
  },
  wrong_second_step: {
    subject: "Someone has your Latchkey password",
    lead: "Someone entered your right password, and then a wrong code. Your second step kept them out. If this wasn't you, they know your password.",
  },
  wrong_step_up_code: {
    subject: "Wrong codes on your Latchkey account",
    lead: "Someone who is signed in to your account entered wrong codes to confirm that they are you.",
  },
  method_disabled: {
    subject: "A sign-in method was switched off",
    lead: (method) =>
      `There were a hundred wrong codes in a row, so this method no longer signs in: ${method}. Set it up again to use it.`,
  },
  password_changed: {
    subject: "Your Latchkey password was changed",
    lead: "The password of your account was changed.",
  },
  password_reset: {
    subject: "Your Latchkey password was reset",
    lead: "The password of your account was reset with a code that we sent to this address.",
  },
  reset_wait_begun: {
    subject: "Someone is resetting your Latchkey password",
    lead: (until) =>
      `Someone asked for a new password, with a code that we sent to this address. E-mail is also your second step, so it waits until ${until}. Until then, nothing has changed and you can stop it.`,
  },
  method_added: {
    subject: "A sign-in method was added to your account",
    lead: (method) => `This method can now be the second step of a sign-in: ${method}.`,
  },
  method_removed: {
    subject: "A sign-in method was removed from your account",
    lead: (method) => `This method is no longer a second step of your account: ${method}.`,
  },
  passkeys_only_on: {
    subject: "Your Latchkey account asks for a passkey now",
    lead: "Codes by app or e-mail no longer sign in to your account: a passkey does, or a recovery code.",
  },
  passkeys_only_off: {
    subject: "Codes sign in to your Latchkey account again",
    lead: "Your account no longer asks for a passkey alone: the other methods that are set up sign in again.",
  },
  passkey_copied: {
    subject: "A passkey of your account may have been copied",
    lead: (name) =>
      `We refused a passkey of your account, because it counts fewer uses than it had before: ${name}. Someone may have a copy of it. Remove it and make a new one.`,
  },
  two_factor_off: {
    subject: "Two-factor authentication was turned off",
    lead: "Two-factor authentication was turned off. Your password is all that protects your account now.",
  },
  recovery_code_used: {
    subject: "A recovery code was used on your account",
    lead: (left) => `One of your recovery codes was just used in place of a sign-in code. You have ${left} left.`,
  },
  few_recovery_codes: {
    subject: "A recovery code was used on your account, and few are left",
    lead: (left) =>
      `One of your recovery codes was just used in place of a sign-in code. You have ${left} left. Few are left: make new ones while you still can sign in.`,
  },
  recovery_codes_renewed: {
    subject: "You have new recovery codes",
    lead: "New recovery codes were made for your account. The old ones no longer work.",
  },
  email_change_requested: {
    subject: "Someone asked to change the address of your account",
    lead: (address) =>
      `Someone asked to use this address for your account in place of yours: ${address}. Nothing has changed yet.`,
  },
  email_changed: {
    subject: "The address of your Latchkey account was changed",
    lead: (address) =>
      `Your account now belongs to this address: ${address}. From here on, we write there. For 7 days you can take it back.`,
  },
  email_is_new: {
    subject: "This is the address of your Latchkey account now",
    lead: "Your account belongs to this address from now on. We told the old address too.",
  },
  reported_not_me: {
    subject: "Your Latchkey account is locked until you choose a new password",
    lead: "Someone said “This wasn't me” about your account. Every browser was signed out, your old password stopped working, and what was added in the week before is suspended. Choose “Forgot your password?” to get back in. Then review what was suspended and keep what is yours.",
  },
  disputed_reset_begun: {
    subject: "Someone is resetting your Latchkey password",
    lead: (until) =>
      `Someone asked for a new password, with a code that we sent to this address. Recent changes to your account are suspended, so the new password works from ${until}. It works sooner with a method or a recovery code that was suspended. Until then you can stop it.`,
  },
  change_kept: {
    subject: "You kept a recent change to your Latchkey account",
    lead: (name) => `This was suspended and works again: ${name}.`,
  },
  change_restored: {
    subject: "Something that was removed from your Latchkey account is back",
    lead: (name) => `This was removed and works again: ${name}.`,
  },
  change_removed: {
    subject: "A recent change to your Latchkey account was removed",
    lead: (name) => `This was suspended or removed, and is now deleted for good: ${name}.`,
  },
  email_change_stopped: {
    subject: "The address of your Latchkey account stays the same",
    lead: "The change of your account's address was stopped. Your address is the same as before.",
  },
  email_change_undone: {
    subject: "The address of your account is yours again",
    lead: "The change of your account's address was undone, and every browser was signed out.",
  },
  account_deleted: {
    subject: "Your Latchkey account was deleted",
    lead: "Your account was deleted, with all that was kept on it. This is the last mail about it.",
  },
  ...operatorNews,
} satisfies Record<string, SecurityMailText>;

/** Which things that happen are mailed. */
export type SecurityNewsKind = keyof typeof news;

/** The words of mails on security events. */
export const securityMail = {
  news: news as Record<SecurityNewsKind, SecurityMailText>,
  when: (moment: string) => `When: ${moment}`,
  where: (browser: string) => `Where: ${browser}`,
  by: (operator: string) => `By: ${operator}, an operator of this service`,
  browserOn: (browser: string, system: string) => `${browser} on ${system}`,
  unknownBrowser: "a browser or program that doesn't say which",
  utc: (moment: string) => `${moment} UTC`,
  notMe: {
    lead: "If this wasn't you, open this page. It signs every browser out, and your old password stops working:",
    words: "This wasn't me",
  },
  undoEmail: {
    lead: "If this wasn't you, open this page within 7 days. It puts your address back and signs every browser out:",
    words: "Undo the change",
  },
  stopTwoFactorReset: {
    lead: "If you didn't ask for this, open this page. You can also stop it in your account, after confirming that it's you:",
    words: "Keep two-factor authentication on",
  },
  stopReset: { lead: "If this wasn't you, open this page. It stops the reset:", words: "Stop the reset" },
};
