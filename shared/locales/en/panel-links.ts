/** What the panel says of links in mails: a reset by one, and a sign-in that one unlocks. */
export const links = {
  resetLead: "Nothing has changed yet. Choose a new password for the account that this e-mail came to.",
  onlyTitle: "Use the link in the e-mail",
  onlyWhy: (email: string) => `Too many wrong codes were entered for ${email}, so codes are no longer accepted.`,
  onlyLead:
    "To set a new password, open the link in the e-mail we sent you. It expires in an hour and works in any browser.",
  resend: {
    resend: "Send another e-mail",
    resendIn: (time: string) => `Send another e-mail in ${time}`,
    resent: "Another e-mail is on its way.",
  },
  offer: "Is this your account? We can e-mail you a link that lets you sign in now.",
  mailLink: "E-mail me a link",
  sentTitle: "Check your e-mail",
  sentLead: (email: string) =>
    `If ${email} has an account, we've sent a link that lets you sign in now. It expires in an hour and works in any browser.`,
  unlockTitle: "Unlock sign-in",
  askLead: "We'll send a link to the address of your account. It lets you sign in although there were too many tries.",
  unlockLead:
    "There were too many tries to sign in to your account. If you asked for this link, you can now try your password in this browser. Your password and second step are still needed.",
  unlock: "Unlock in this browser",
  unlocked: "Unlocked in this browser for 15 minutes. Sign in with the address that the e-mail came to.",
  expiredTitle: "This link no longer works",
  expiredLead: "It has been used or has expired. Each link works once and expires after an hour.",
  newLink: "Get a new link",
};
