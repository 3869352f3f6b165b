/** What the letter with a code says, by what the code is for. `reason` is why it was sent. */
const code = {
  verify_address: {
    subject: "Your Latchkey verification code",
    heading: "Enter this code to verify your e-mail address",
    ifNotYou: "If you didn't ask for an account, ignore this e-mail. Without the code, no account is created.",
    reason: "Sent because someone entered this address to create a Latchkey account.",
  },
  enrol: {
    subject: "Your code to turn on e-mail codes",
    heading: "Enter this code to get sign-in codes by e-mail",
    ifNotYou: "If this wasn't you, someone is signed in to your account.",
    reason: "Sent because e-mail is being added as a method of your Latchkey account.",
  },
  second_step: {
    subject: "Your Latchkey sign-in code",
    heading: "Enter this code to sign in",
    ifNotYou: "If this wasn't you, someone may know your password.",
    reason: "Sent because of a sign-in to your Latchkey account.",
  },
  reset: {
    subject: "Your code to reset your Latchkey password",
    heading: "Enter this code to reset your password",
    ifNotYou: "If you didn't ask for this, ignore this e-mail. Your password stays the same.",
    reason: "Sent because someone asked to reset the password of your Latchkey account.",
  },
  change_email: {
    subject: "Your code to use this address for Latchkey",
    heading: "Enter this code to use this address for your account",
    ifNotYou: "If you didn't ask for this, ignore this e-mail. Without the code, nothing changes.",
    reason: "Sent because someone asked to move their Latchkey account to this address.",
  },
  step_up: {
    subject: "Your Latchkey confirmation code",
    heading: "Enter this code to confirm it's you",
    ifNotYou: "If this wasn't you, someone is signed in to your account.",
    reason: "Sent because of a change to the security of your Latchkey account.",
  },
};

/** The words of mails. */
export const mail = {
  code,
  expiry: (minutes: number) => `It expires in ${minutes} minutes and works once. Don't share it with anyone.`,
  codeAndButtonExpiry: (codeMinutes: number, linkMinutes: number) =>
    `The code expires in ${codeMinutes} minutes, the button in ${linkMinutes}. Each works once. Don't share them with anyone.`,
  resetButton: "Choose a new password",
  unlock: {
    subject: "Unlock your Latchkey sign-in",
    heading: "Sign in with your password",
    lead: "Too many wrong passwords were entered for your account, possibly by someone else. Use this button to sign in with yours.",
    open: "Unlock sign-in",
    expiry: (minutes: number) => `It expires in ${minutes} minutes and works once, in the browser where you open it.`,
    ifNotYou: "If you didn't ask for this, ignore this e-mail. Your password stays the same.",
    reason: "Sent because someone asked to unlock the sign-in of your Latchkey account.",
  },
  secureAccount: "Secure your account",
  neverAsked: "We never ask for a code by phone or chat.",
  invitation: {
    subject: "You're invited to Latchkey",
    heading: "Choose the password of your Latchkey account",
    lead: "An account was created for this address. Choose a password to start using it.",
    accept: "Accept the invitation",
    expiry: (moment: string) => `The link works once and expires on ${moment}. A newer invitation replaces it.`,
    ifNotYou: "If you don't want an account, ignore this e-mail. Nobody can sign in until a password is chosen.",
    reason: "Sent because an administrator of this service created an account for you.",
  },
  addressTaken: {
    subject: "You already have a Latchkey account",
    heading: "You already have a Latchkey account",
    lead: "Someone, possibly you, tried to create an account with this address. You can sign in to the one you have.",
    signIn: "Sign in",
    ifNotYou: "If this wasn't you, you don't have to do anything. Nothing has changed.",
    reason: "Sent because someone entered this address to create a Latchkey account.",
  },
  addressTakenForChange: {
    subject: "This address already has a Latchkey account",
    heading: "This address already has a Latchkey account",
    lead: "Someone, possibly you, tried to move another account to this address. Nothing has changed.",
    ifNotYou: "If this wasn't you, you don't have to do anything.",
    reason: "Sent because someone asked to move their Latchkey account to this address.",
  },
  browser: "Browser",
  location: "Location",
  time: "Time",
  administrator: "Administrator",
  near: (place: string) => `Near ${place}`,
  browserOn: (browser: string, system: string) => `${browser} on ${system}`,
  unknownBrowser: "Unknown browser",
  utc: (moment: string) => `${moment} UTC`,
};
