/** The words of mails. A code stands alone on its line, so that it is easy to find and to copy. */
export const mail = {
  code: {
    verify_address: {
      subject: "Your Latchkey verification code",
      lead: "Type this code to finish making your Latchkey account:",
      ifNotYou: "If you didn't ask for an account, ignore this mail: without the code, none is made.",
    },
    enrol: {
      subject: "Your code to turn on two-factor authentication",
      lead: "Type this code to receive sign-in codes at this address from now on:",
      ifNotYou: "If this wasn't you, someone is signed in to your account. Change your password now.",
    },
    second_step: {
      subject: "Your Latchkey sign-in code",
      lead: "Type this code to finish signing in:",
      ifNotYou:
        "If you aren't signing in, someone knows your password. Don't share this code, and change your password.",
    },
    reset: {
      subject: "Your code to reset your Latchkey password",
      lead: "Type this code to choose a new password:",
      ifNotYou: "If you didn't ask for this, ignore this mail: without the code, your password stays as it is.",
    },
    change_email: {
      subject: "Your code to use this address for Latchkey",
      lead: "Type this code to use this address for your account from now on:",
      ifNotYou: "If you didn't ask for this, ignore this mail: without the code, nothing changes.",
    },
    step_up: {
      subject: "Your Latchkey confirmation code",
      lead: "Type this code to confirm that it's you:",
      ifNotYou: "If this wasn't you, someone is signed in to your account. Change your password now.",
    },
  },
  goodFor: "It is good for 10 minutes, once. A newer code takes its place.",
  openReset: "Reset your password",
  linkExpiry: "The link expires in an hour and works once.",
  unlock: {
    subject: "Sign in to Latchkey",
    lead: "Someone entered too many wrong passwords for your account. Open this link to sign in with your password:",
    open: "Unlock sign-in",
    ifNotYou: "If you didn't ask for this, ignore this e-mail. Your password stays the same.",
  },
  invitation: {
    subject: "You're invited to Latchkey",
    lead: "An account was made for this address. Open this page to choose its password:",
    link: "Accept the invitation",
    goodUntil: (moment: string) => `The link is good until ${moment}, once. A newer invitation takes its place.`,
    ifNotYou: "If you don't want it, ignore this mail: without a password, nobody can sign in.",
  },
  addressTaken: {
    subject: "You already have a Latchkey account",
    lead: "Someone, perhaps you, asked for a new account with this address. You already have one: sign in instead.",
    ifNotYou: "If this wasn't you, there is nothing to do: nothing has changed.",
  },
  addressTakenForChange: {
    subject: "This address already has a Latchkey account",
    lead: "Someone, perhaps you, asked to move another account to this address. It has an account already, so nothing has changed.",
    ifNotYou: "If this wasn't you, there is nothing to do.",
  },
  signature: "Latchkey account security",
};
