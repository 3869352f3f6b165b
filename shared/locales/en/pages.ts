/** One thing to do, and why. */
interface Step {
  title: string;
  text: string;
}

/** Every word of the hosted pages besides the panel's. */
export const pages = {
  brand: "Latchkey",
  skip: "Skip to the content",
  welcome: {
    title: "Latchkey",
    headline: "Your account, behind a better lock",
    lead: "One account with a password, a second step that you choose, and codes that get you in when your phone is gone. All of it is yours to see and to change.",
    create: "Create account",
    signIn: "Sign in",
    points: [
      {
        title: "A second step",
        text: "A code from an authenticator app or from your e-mail, asked for at each sign-in.",
      },
      { title: "Recovery codes", text: "Ten recovery codes for when you don't have your phone. Each works once." },
      {
        title: "In your hands",
        text: "Change your password, add a method or take one away: it holds from that moment on.",
      },
    ],
  },
  signIn: { title: "Sign in" },
  create: { title: "Create account" },
  /** What stands before and after the name of a site. */
  site: {
    signingIn: ["You're signing in to", "with your Latchkey account."],
    confirming: ["", "wants to be sure that it's you."],
    allowing: ["", "wants to access your Latchkey account."],
  } satisfies Record<string, readonly [before: string, after: string]>,
  confirm: {
    title: "Confirm that it's you",
    signedInAs: (email: string) => `You're signed in as ${email}.`,
    another: "Use another account",
  },
  allow: {
    title: "Allow access?",
    signedInAs: (email: string) => `You're signed in as ${email}.`,
    can: "If you allow it, it can:",
    scopes: {
      openid: "Recognize you each time you sign in",
      profile: "See your name and language",
      email: "See your e-mail address",
      offline_access: "Keep access after you sign out of Latchkey",
    },
    takeBack: "You can remove its access at any time under Security, Connected apps.",
    allow: "Allow",
    cancel: "Cancel",
  },
  unknownSite: {
    title: "We don't know that site",
    lead: "The page that sent you here is not set up to sign people in with Latchkey, or its address has changed. Nothing was sent to it. Go back and tell those who run it.",
    forDevelopers: "If that is you: client_id and redirect_uri have to be registered, the address letter for letter.",
  },
  menu: { open: "Profile", profile: "Profile", security: "Security", signOut: "Sign out", label: "Your account" },
  leaveCodes: {
    title: "Leave without saving your codes?",
    lead: "You can't see these codes again.",
    stay: "Stay",
    leave: "Leave",
  },
  otherAccount: {
    title: "Signed in as someone else",
    lead: (email: string) =>
      `You're now signed in as ${email} in this browser. Nothing was changed in the account that was shown here.`,
    goOn: "Continue",
  },
  profile: {
    title: "Profile",
    email: "E-mail",
    memberSince: "Member since",
    language: "Language",
    languageNote: "For your e-mails, and for these pages in this browser.",
    security: "Security",
    securityOn: "Two-factor authentication is on.",
    securityOff: "Two-factor authentication is off: your password is all that protects this account.",
    toSecurity: "Open Security",
  },
  secure: {
    title: "Secure your account",
    lead: "One of three steps done. The next one takes about two minutes.",
    done: "Done",
    after: "After step 2",
    turnOn: "Turn on",
    steps: [
      { title: "Verify your e-mail address", text: "" },
      {
        title: "Turn on two-factor authentication",
        text: "With a second method, a stolen password alone can't open your account.",
      },
      {
        title: "Save your recovery codes",
        text: "Ten codes for when you lose your phone. You'll get them when you turn on two-factor authentication.",
      },
    ] satisfies [Step, Step, Step] as [Step, Step, Step],
  },
  security: { title: "Security", lead: "How you sign in, and where you're signed in." },
  reset: { title: "Set a new password" },
  unlock: { title: "Unlock sign-in" },
  mailbox: {
    title: "Mailbox",
    lead: "Mails that Latchkey would have sent, kept on this machine for an hour.",
    refresh: "Refresh",
    empty: "No mails yet. Create an account, and its code arrives here.",
    unreachable: "The mailbox can't be read at the moment. It will be tried again.",
    to: "To",
    code: "Code",
    copyCode: "Copy code",
    copied: "Copied",
    notCopied: "Couldn't copy. Select the code and copy it yourself.",
  },
  twoFactor: {
    title: "Two-factor authentication",
    lead: "A password is one lock, and locks get picked. A second step is another lock of a different kind.",
    sections: [
      {
        title: "What it is",
        paragraphs: [
          "Signing in usually asks for one thing: something you know, your password. Two-factor authentication, also called multi-factor authentication or MFA, asks for a second thing of another kind: something you have, such as your phone or your inbox. It proves itself with a 6-digit code that expires quickly and works only once.",
        ],
      },
      {
        title: "Why to have it",
        paragraphs: [
          "Passwords leak from other sites, get guessed, and get typed into the wrong page. With two-factor authentication, a stolen password alone is useless: the thief also needs the current code, and only you have that.",
        ],
      },
      {
        title: "Which method to choose",
        paragraphs: [
          "An authenticator app is the stronger one. It makes its codes by itself from a key that only it and Latchkey have, so it works offline, and there is nothing on its way that could be read.",
          "E-mail needs nothing new: a code arrives in your inbox at each sign-in. It is only as safe as that inbox, so protect that well. You can have both on, and choose which is asked for first.",
        ],
      },
      {
        title: "What recovery codes are",
        paragraphs: [
          "When you turn two-factor authentication on you get ten recovery codes, once. Each lets you in one time in place of a code, for the day your phone is lost or your inbox is out of reach. Keep them apart from your phone: in a password manager, or on paper where you'd keep a spare key. Without them, and without your method, nobody can let you in again.",
        ],
      },
      {
        title: "What it can't do",
        paragraphs: [
          "Codes can be phished. A fake page that looks like this one can ask for your password and your code and use both immediately. Check the address before you type, and never tell anyone a code. It also doesn't help if somebody already controls your phone or computer.",
        ],
      },
    ],
    toSecurity: "Turn it on in Security",
  },
  ask: {
    toSignIn: "Go to sign-in",
    notMe: {
      title: "This wasn't you?",
      lead: "Then sign everybody out. Every browser is signed out of your account, and your password stops working. You make a new one with a code that we send to your e-mail.",
      action: "Sign everybody out",
      done: "Everybody is signed out, and the old password no longer works. Choose 'Forgot your password?' to make a new one.",
    },
    stopReset: {
      title: "Stop this password reset?",
      lead: "Somebody asked for a new password for your account, with a code from your inbox. If it wasn't you, stop it: nothing changes, and you should change the password of your e-mail.",
      action: "Stop the reset",
      done: "The reset is stopped. Your password is what it was. Change the password of your e-mail, for somebody else has read it.",
    },
    signOut: {
      title: "Sign out?",
      lead: "You'll be signed out of your Latchkey account in this browser.",
      action: "Sign out",
      done: "You're signed out.",
    },
    stopTwoFactorReset: {
      title: "Keep two-factor authentication on?",
      lead: "The people who run this service were asked to turn your two-factor authentication off. If you didn't ask them, stop it here: your second step stays as it is.",
      action: "Keep it on",
      done: "Your two-factor authentication stays on. If you didn't ask for it to be turned off, somebody asked in your name: tell the people who run this service.",
    },
    undoEmail: {
      title: "Take your address back?",
      lead: "Your account gets its old e-mail address back. Every browser is signed out, and the password stops working: you make a new one with a code that we send to this address.",
      action: "Put my address back",
      done: "Your address is back, and everybody is signed out. Choose 'Forgot your password?' to make a new password.",
    },
  },
  /** Links that do nothing any more, by what they were for. */
  expired: {
    not_me: "It has expired. If someone else may know your password, set a new one now.",
    stop_reset:
      "It has been used, or that reset is over. If you didn't ask for it, set a new password here and change the password of your e-mail.",
    undo_email:
      "It has been used or has expired. If you didn't change your address, contact the people who run this service.",
    invitation:
      "It has been used, has expired, or was replaced by a newer one. If you've set a password, sign in. Otherwise, ask for a new invitation.",
    stop_two_factor_reset:
      "It has been used, or there's nothing left to stop. Sign in to check your two-factor authentication.",
  },
  undoProof: "Two-factor authentication protects this account, so confirm that it's you.",
  invitation: {
    title: "You're invited",
    lead: "An account was made for you. Choose its password, and it is yours.",
    password: "Password",
    submit: "Set password",
    doneTitle: "Your account is ready",
    done: "Your password is set. Sign in with it and the address that the invitation came to.",
  },
  home: "Go to Latchkey",
  notFound: {
    title: "Page not found",
    lead: "There's no page at this address. Check the address, or start from Latchkey's first page.",
  },
  failed: {
    title: "This page isn't available right now",
    lead: "Something went wrong on our side, or there were too many requests. Wait a moment and try again.",
  },
  cookiesBlocked:
    "Your browser blocks cookies for this site, so it can't keep you signed in. Allow cookies and reload the page.",
  problem: { retry: "Try again" },
  language: { label: "Language", en: "English", es: "Español" },
};
