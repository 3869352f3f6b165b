/** Every word about a forgotten passphrase, and about the codes that were put aside for it. */
export const forgotten = {
  link: "Forgot your passphrase?",
  lead: "Nobody can reset it, and your codes don't open without it. Check Caps Lock and the keyboard's language before you give up.",
  over: "You can start over. Your locked codes are put aside in this browser, not deleted. When you remember the passphrase, bring them back here or in Settings.",
  restore: "Start over with a backup file",
  startOver: "Start over without codes",
  noBackup:
    "No backup? Sign in to each site with one of its recovery codes or another method, then set up two-factor authentication again.",
  back: "Back",
  title: "Codes put aside",
  asideLead:
    "Enter the passphrase they were locked with to bring them back. Codes that have no passphrase now get it, too.",
  asideWhileLocked:
    "Enter the passphrase they were locked with to bring them back. The codes that are locked now are put aside instead.",
  when: (time: string) => `Put aside on ${time}`,
  bringBack: "Bring back",
  remove: "Delete",
  passphrase: "Passphrase they were locked with",
  isBack: "Your codes are back.",
  isGone: "Those codes have been deleted.",
  gone: "Those codes are no longer here. Another window brought them back or deleted them.",
  question: {
    title: "Delete these codes for good?",
    lead: (time: string) =>
      `They were put aside on ${time}. Nobody can bring them back after this, with the passphrase or without.`,
    keep: "Keep them",
    action: "Delete for good",
  },
  inEmpty: "The codes you had before are put aside in this browser.",
  toThem: "Bring them back",
  offer: "Anyone using this browser can see your codes.",
  setOne: "Set a passphrase",
  notNow: "Not now",
};
