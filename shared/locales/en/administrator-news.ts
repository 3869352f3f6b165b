/** What a mail says of something that happened to an account; `about` is what the sentence names. */
export interface SecurityMailText {
  subject: string;
  lead: string | ((about: string) => string);
}

/** What administrators of the service did. */
export const administratorNews = {
  account_made: {
    subject: "A Latchkey account was created for you",
    lead: "Sign in with the password you were given, then change it. If you weren't given one, choose “Forgot your password?” when you sign in.",
  },
  password_reset_required: {
    subject: "Your Latchkey account needs a new password",
    lead: "You were signed out everywhere, and your old password no longer works. To choose a new one, select “Forgot your password?” when you sign in.",
  },
  changes_disputed: {
    subject: "Your Latchkey account needs a new password",
    lead: "You were signed out everywhere, your old password no longer works, and changes of the last 7 days are suspended. To get back in, select “Forgot your password?” when you sign in. Then review the changes and keep the ones you made.",
  },
  two_factor_reset_begun: {
    subject: "Your two-factor authentication is about to be turned off",
    lead: (until) =>
      `An administrator was asked to turn off your two-factor authentication. It will be turned off on ${until}. Nothing changes before then, and you can stop it.`,
  },
  two_factor_reset_cancelled: {
    subject: "Your two-factor authentication stays on",
    lead: "An administrator cancelled the request to turn off your two-factor authentication.",
  },
  two_factor_reset_stopped: {
    subject: "Your two-factor authentication stays on",
    lead: "The request to turn off two-factor authentication was stopped from your account.",
  },
  two_factor_reset: {
    subject: "Two-factor authentication was turned off",
    lead: "The waiting period is over. Two-factor authentication was turned off and you were signed out everywhere. Your account is now protected by your password alone. Sign in and turn it on again.",
  },
  account_disabled: {
    subject: "Your Latchkey account was disabled",
    lead: "Nobody can sign in to your account, and you were signed out everywhere. Ask an administrator of this service why.",
  },
  account_enabled: {
    subject: "Your Latchkey account is active again",
    lead: "Your account is no longer disabled. You can sign in again.",
  },
  account_deleted_by_operator: {
    subject: "Your Latchkey account was deleted",
    lead: "Your account and everything in it was deleted. This is the last e-mail about it. If you didn't expect this, ask an administrator of this service.",
  },
} satisfies Record<string, SecurityMailText>;
