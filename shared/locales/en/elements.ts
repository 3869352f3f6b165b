/** What the drop-in elements say besides the panel. */
export const elements = {
  notAllowed: "Signing in isn't set up on this page yet.",
  notKept: "This browser doesn't keep you signed in on this page.",
  unreachable: "Signing in can't be reached at the moment. Check your connection and try again.",
  signInAt: (host: string) => `Sign in at ${host}`,
  signedInAs: "Signed in as",
  signOut: "Sign out",
  notSignedOut: "Can't reach the server, so you're still signed in. Try again in a moment.",
  signInFirst: "Sign in on this page to see the security of your account.",
};
