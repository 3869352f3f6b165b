import type { PasswordReason } from "../../contract/errors.ts";
import type { PasswordCheck } from "../../contract/password.ts";

/** What the second step, and a step-up, may be proved with. */
type Proof = "app" | "email" | "recovery" | "passkey";

const code = {
  label: "6-digit code",
  incomplete: "Enter all 6 digits of the code.",
  notACode: "A code has exactly 6 digits. Enter only the code.",
  twoCodes: "There's more than one 6-digit code in that. Enter the one you want to use.",
  triesLeft: (left: number) => (left === 0 ? "No tries left." : left === 1 ? "1 try left." : `${left} tries left.`),
  alreadyUsed: "That code has already been used. Wait for the next one.",
  resend: "Send a new code",
  resendIn: (time: string) => `Send a new code in ${time}`,
  resent: "A new code is on its way. Older codes no longer work.",
};

const secondStep = {
  titles: {
    app: "Enter the code from your app",
    email: "Enter the code we e-mailed you",
    recovery: "Enter a recovery code",
    passkey: "Use your passkey",
  } satisfies Record<Proof, string>,
  leads: {
    app: (email: string) => `Open your authenticator and enter the 6-digit code for ${email}.`,
    email: (sentTo: string) => `We sent a code to ${sentTo}.`,
    recovery: () => "Enter one of the codes you saved when you turned on two-factor authentication. Each works once.",
    passkey: (email: string) => `Your browser asks for a passkey of ${email}.`,
  } satisfies Record<Proof, (who: string) => string>,
  emailStillWorks: (sentTo: string, left: string) =>
    `Enter the code we've already sent to ${sentTo}. It expires in ${left}.`,
  emailWaits: "We've just sent you a code. You can request a new one when the countdown ends, or try another way.",
  recoveryCode: "Recovery code",
  recoveryMissing: "Enter one of your recovery codes.",
  isRecovery: "That's a recovery code. It goes in a field of its own.",
  sixDigits: "A recovery code has 16 letters and digits. For a 6-digit code, choose “Try another way”.",
  /** After a refused code: whose it may be, of the methods that the account has too. */
  maybeOf: {
    app: "If it's from your authenticator app, choose “Try another way”.",
    email: "If we e-mailed it to you, choose “Try another way”.",
  },
  useOwnCode: "Use this browser's code",
  anotherWay: "Try another way",
  ways: {
    app: "Use your authenticator app",
    email: "Get a code by e-mail",
    recovery: "Use a recovery code",
    passkey: "Use a passkey",
  } satisfies Record<Proof, string>,
};

const signIn = {
  title: "Sign in",
  email: "E-mail",
  password: "Password",
  emailMissing: "Enter an e-mail address, such as ana@example.com.",
  passwordMissing: "Enter your password.",
  submit: "Sign in",
  toCreate: "Create an account",
  back: "Back to e-mail and password",
};

const create = {
  title: "Create your account",
  newPassword: "Password",
  passwordMissing: "Choose a password.",
  submit: "Create account",
  toSignIn: "Already have an account? Sign in",
  verifyTitle: "Check your e-mail",
  verifyLead: (email: string) =>
    `Enter the 6-digit code we sent to ${email}. It expires in 10 minutes. Check your spam folder if you can't find it.`,
  verifySubmit: "Confirm e-mail",
  otherEmail: "Use another e-mail",
};

const password = {
  title: "Password",
  changed: (when: string) => `Changed ${when}`,
  change: "Change",
  changeTitle: "Change password",
  current: "Current password",
  currentMissing: "Enter your current password.",
  new: "New password",
  newMissing: "Choose a new password.",
  show: "Show",
  hide: "Hide",
  signOutOthers: "Sign out everywhere else",
  submit: "Change password",
  done: "Your password has been changed.",
  atLeast: (characters: number) => `Use at least ${characters} characters.`,
  strength: "Password strength",
  scores: ["Very weak", "Weak", "Fair", "Strong", "Very strong"] satisfies Record<PasswordCheck["score"], string>,
  reasons: {
    too_short: "This password is too short. Another word or two makes it long enough.",
    too_long: "This password is too long. Use at most 256 characters.",
    breached: "This password has appeared in a data breach. Choose another.",
    contains_email: "This password contains your e-mail address. Leave it out.",
    same_as_before: "This is your password already. Choose another.",
    too_common: "This password is too easy to guess. Choose another.",
  } satisfies Record<PasswordReason, string>,
};

const twoFactor = {
  title: "Two-factor authentication",
  on: "On",
  off: "Off",
  stateOn: "After your password, confirm that it's you with one of these.",
  stateOff: "Your account is protected by your password alone. Add a method.",
  list: "Your methods",
  app: "Authenticator app",
  appNote: "A 6-digit code from your phone. Works offline.",
  appNoteHere: "A 6-digit code from your phone or this browser. Works offline.",
  anotherApp: "Another authenticator app",
  anotherAppNote: "On a second phone, or in your password manager.",
  recommended: "Recommended",
  email: "E-mail",
  emailNote: "A 6-digit code in your inbox at each sign-in.",
  what: "What is two-factor authentication?",
  whatAnswer:
    "Two-factor authentication asks for a code as well as your password when you sign in. Somebody who has guessed or stolen your password still can't get in without that code. You choose where codes come from: an app, which is stronger, or your e-mail.",
  learnMore: "Learn more",
  thisBrowser: "This browser",
  preferred: "Default",
  disabled: "Off after too many wrong codes. Remove it and set it up again.",
  used: (when: string) => `Last used ${when}`,
  notUsed: "Never used",
  manage: "Manage",
  makePreferred: "Make default",
  nowPreferred: (method: string) => `${method} is now your default method.`,
  remove: "Remove",
  removeQuestion: (method: string) => ({
    title: `Remove ${method}?`,
    lead: `You'll no longer be able to sign in with ${method}.`,
    action: "Remove",
  }),
  removed: (method: string) => `${method} has been removed.`,
  added: (method: string) => `${method} has been added. You can use it the next time you sign in.`,
  addAnother: "Add a method",
  close: "Close",
  turnOn: "Turn on",
  turnOff: "Turn off two-factor authentication",
  turnOffShort: "Turn off",
  turnOffNote: "Without two-factor authentication, your password is all that protects this account.",
  turnOffQuestion: {
    title: "Turn off two-factor authentication?",
    lead: "Without it, your password is all that protects this account.",
    action: "Turn off",
  },
  turnedOff: "Two-factor authentication is off. Your password is all that protects this account.",
  turnedOn: "Two-factor authentication is on. You'll be asked for a code at each sign-in.",
};

const appSetUp = {
  useThisBrowser: "Use this browser",
  useThisBrowserNote: "One click. Codes are stored encrypted in this browser and work offline.",
  notSaved: "The key couldn't be saved in this browser, so nothing has changed. Scan it with your phone instead.",
  or: "or scan with your phone",
  scan: "Scan this with your authenticator app.",
  qr: "QR code with the key for your authenticator app",
  openApp: "Open in an authenticator app",
  key: "Setup key",
  typeKey: "Can't scan? Enter this setup key in the app:",
  codeLead: "Then enter the code that the app shows.",
  startAgain: "Start again",
};

const recovery = {
  title: "Recovery codes",
  left: (left: number) => `${left} of 10 left`,
  saveTitle: "Save your recovery codes",
  lead: "For when you can't use any other method. Each works once.",
  saveLead:
    "If you lose your phone or your inbox, use one of these codes to sign in. Each works once. You can't see them again after this screen, so save them somewhere safe.",
  whereToSave: "A password manager is a good place, apart from your phone. Paper works too.",
  doneWaits: "Confirm that you've saved your codes first.",
  list: "Your recovery codes",
  download: "Download",
  print: "Print",
  saved: "I have saved these codes",
  done: "Done",
  fileName: "latchkey-recovery-codes.txt",
  fileTitle: (email: string) => `Latchkey recovery codes for ${email}. Each works once.`,
};

const stepUp = {
  title: "Confirm it's you",
  leads: {
    app: () => "Enter the 6-digit code that your authenticator shows now.",
    email: (sentTo: string) => (sentTo ? `We sent a code to ${sentTo}.` : "We'll send a code to your e-mail."),
    recovery: secondStep.leads.recovery,
    passkey: () => "Use a passkey of this account.",
  } satisfies Record<Proof, (sentTo: string) => string>,
  passwordLead: "Enter your password to continue.",
  submit: "Confirm",
  cancel: "Cancel",
};

/** Every word of the panel: signing in, and the security of an account. */
export const panel = {
  code,
  secondStep,
  signIn,
  create,
  password,
  twoFactor,
  appSetUp,
  recovery,
  stepUp,
  copy: "Copy",
  copied: "Copied",
  notCopied: "Couldn't copy. Select the text and copy it yourself.",
  list: {
    all: (count: number) => `Show all ${count}`,
    fewer: "Show fewer",
  },
  back: "Back",
  cancel: "Cancel",
  tryAgain: "Try again",
  loading: "Loading",
  waitFor: (time: string) => `Too many tries. Try again in ${time}.`,
};
