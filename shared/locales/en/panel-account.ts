import type { EventType } from "../../contract/event-types.ts";
import { panelApps } from "./panel-apps.ts";

const places = {
  title: "Sessions",
  near: (place: string) => `Near ${place}`,
  browserOn: (browser: string, system: string) => `${browser} on ${system}`,
  unknownBrowser: "Unknown browser",
  thisOne: "This browser",
  lastUsed: (when: string) => `Active ${when}`,
  signedIn: (when: string) => `Signed in ${when}`,
  signedInWith: (when: string, first: string, second?: string) =>
    `Signed in ${when}, with ${second === undefined ? first : `${first} and ${second}`}`,
  proofs: {
    pwd: "a password",
    otp: "an app code",
    email: "an e-mail code",
    recovery: "a recovery code",
    passkey: "a passkey",
  },
  end: "Sign out",
  endNamed: (name: string, when: string) => `Sign out ${name}, signed in ${when}`,
  ended: (name: string) => `${name} has been signed out.`,
  endOthers: "Sign out everywhere else",
  othersEnded: "You're signed out everywhere else.",
  onlyHere: "You're not signed in anywhere else.",
};

const devices = {
  title: "Remembered browsers",
  lead: "They ask for your password alone when you sign in.",
  until: (day: string) => `Not asked for a code until ${day}`,
  manage: (name: string) => `Rename ${name}`,
  name: "Name",
  rename: "Rename",
  renamed: (name: string) => `Renamed to ${name}.`,
  forget: "Remove",
  forgetNamed: (name: string, day: string) => `Remove ${name}, not asked until ${day}`,
  forgotten: (name: string) => `${name} will be asked for a code next time.`,
  forgetAll: "Remove all",
  allForgotten: "Every browser will be asked for a code next time.",
};

const activity = {
  title: "Recent activity",
  lead: "What has happened to this account in the past year.",
  seeAll: "See all",
  close: "Close",
  none: "Nothing has happened yet.",
  older: "Show older",
  nothingFound: "Nothing of that kind.",
  kind: "Type",
  everyKind: "All types",
  since: "From",
  until: "To",
  export: "Download as CSV",
  fileName: "latchkey-activity.csv",
  list: "Recent activity",
  events: {
    account_created: "The account was created",
    sign_in: "Signed in",
    sign_in_failed_second_step: "Right password, wrong code: not signed in",
    signed_out: "Signed out",
    session_ended: "A session was ended",
    sessions_ended: "All other sessions were ended",
    password_changed: "Password changed",
    password_reset_requested: "A password reset was asked for",
    password_reset: "Password reset",
    reset_wait_begun: "A password reset is waiting to take effect",
    reset_wait_stopped: "A password reset was stopped",
    method_added: "A two-factor method was added",
    method_removed: "A two-factor method was removed",
    method_disabled: "A two-factor method was disabled after too many wrong codes",
    two_factor_off: "Two-factor authentication was turned off",
    recovery_code_used: "A recovery code was used",
    recovery_codes_renewed: "New recovery codes were made",
    device_remembered: "A browser was remembered",
    device_forgotten: "A remembered browser was forgotten",
    devices_forgotten: "All remembered browsers were forgotten",
    email_change_requested: "A change of e-mail was asked for",
    email_changed: "E-mail changed",
    email_change_undone: "A change of e-mail was undone",
    changes_suspended: "Recent changes were suspended",
    change_kept: "A suspended change was kept",
    change_restored: "Something that was removed was restored",
    change_removed: "A suspended change was removed",
    deletion_requested: "Account deletion requested",
    deletion_stopped: "Account kept",
    email_change_stopped: "A change of e-mail was stopped",
    reported_not_me: "“This wasn't me” was reported: everything was signed out",
    account_imported: "The account was brought here from another service",
    account_exported: "The account's data were downloaded",
    site_sign_in: "Signed in to a site",
    invitation_accepted: "The invitation was accepted, with a password",
    two_factor_reset: "Two-factor authentication was turned off, as an operator had asked",
    two_factor_reset_stopped: "The turning off of two-factor authentication was stopped",
    operator_created_account: "An operator made this account",
    operator_invited: "An operator sent an invitation",
    operator_viewed_account: "An operator looked at this account",
    operator_viewed_activity: "An operator looked at this account's activity",
    operator_ended_session: "An operator signed a place out",
    operator_ended_sessions: "An operator signed every place out",
    operator_required_password_reset: "An operator asked for a new password",
    operator_disputed_changes: "An administrator suspended recent changes and asked for a new password",
    operator_began_two_factor_reset: "An operator asked to turn two-factor authentication off, after a wait",
    operator_cancelled_two_factor_reset: "An operator took back the turning off of two-factor authentication",
    operator_disabled_account: "An operator disabled this account",
    operator_enabled_account: "An operator opened this account again",
    passkeys_only_on: "Only passkeys sign in from then on",
    passkeys_only_off: "Codes can be used to sign in again",
    passkey_copied: "A passkey was refused: it may have been copied",
  } satisfies Record<EventType, string>,
};

const care = {
  title: "Account",
  email: "E-mail",
  change: "Change",
  changeEmail: "Change e-mail",
  newEmail: "New e-mail",
  newEmailMissing: "Enter the new address, such as ana@example.com.",
  changeLead: "A code goes to the new address, and the old one is told. For seven days it can undo the change.",
  sendCode: "Send the code",
  codeLead: (email: string) => `Enter the 6-digit code we sent to ${email}. It expires in 10 minutes.`,
  confirmEmail: "Change e-mail",
  emailChanged: (email: string) => `Your e-mail is ${email} now.`,
  data: "Your data",
  dataNote: "Everything stored about this account, as a JSON file without secrets.",
  download: "Download",
  fileName: "latchkey-account.json",
  danger: "Danger zone",
  delete: "Delete account",
  deleteNote: "Deletes your account and everything in it.",
  deleteLead: (until: string | null) =>
    `Your account and everything in it will be deleted ${until ? `on ${until}. Until then, signing in brings it back` : "immediately"}. You'll be signed out everywhere, and lose access to sites you sign in to with it.`,
  deleteQuestion: {
    title: "Delete this account?",
    action: "Delete account",
    byAddress: true,
  },
};

const reset = {
  forgot: "Forgot your password?",
  title: "Set a new password",
  lead: "We'll send a code to the address of your account.",
  send: "Send the code",
  codeTitle: "Check your e-mail",
  codeLead: (email: string) =>
    `If ${email} has an account, a code is on its way. It expires in 10 minutes. You can also open the link in the same e-mail.`,
  newPassword: "New password",
  submit: "Set password",
  waitingTitle: "Your new password has to wait",
  waitingLead: (when: string) =>
    `Your new password will work from ${when}. The wait keeps out anyone who can only read your e-mail. We've e-mailed you a link that stops the change if it wasn't you.`,
  stillWaits: (when: string) => `Your new password will work from ${when}. Until then, nobody can sign in.`,
  onHold:
    "Your methods have been on hold since “This wasn't me”. Confirm with one of them to use your new password now.",
  otherwise: (when: string) => `Otherwise, it will work from ${when}.`,
  wait: "I'll wait",
  toSignIn: "Back to sign in",
  required: "This account was locked with “This wasn't me”. Set a new password to get in again.",
};

const remember = (days: number) =>
  days === 1 ? "Remember this browser for 1 day" : `Remember this browser for ${days} days`;

const renewCodes = {
  make: "Make new codes",
  question: {
    title: "Make new recovery codes?",
    lead: "You get ten new ones. The codes you have now stop working.",
    action: "Make new codes",
  },
};

const confirm = {
  account: "Account:",
  enterAddress: "Enter the e-mail of this account",
  otherAddress: "That isn't the e-mail of this account. Enter it as shown above.",
  goOn: "Continue",
};

/** The words of the panel for everything about an account except its protection: where it is in use, what happened to it, its end. */
export const panelAccount = { confirm, places, devices, apps: panelApps, activity, care, reset, remember, renewCodes };
