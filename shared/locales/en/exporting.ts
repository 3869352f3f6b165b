/** What backups and exports say. */
export const exporting = {
  title: "Back up or export",
  how: "Kind of file",
  kinds: {
    backup: { title: "Encrypted backup", note: "Only your passphrase opens it." },
    aegis: { title: "Aegis", note: "Encrypted with a passphrase, or plain." },
    "two-fas": { title: "2FAS", note: "Encrypted with a passphrase, or plain." },
    ente: { title: "Ente Auth", note: "Encrypted with a passphrase, or plain." },
    google: { title: "Google Authenticator", note: "QR codes to scan with your phone. Many other apps read them too." },
    links: { title: "List of links", note: "Not encrypted. Read nearly everywhere." },
  },
  plain: "Without encryption",
  leftOut: (count: number) =>
    count === 1
      ? "1 code isn't included, because that app would show a wrong one:"
      : `${count} codes aren't included, because that app would show wrong ones:`,
  more: (count: number) => `and ${count} more`,
  googleLead:
    "In Google Authenticator on your phone, choose Transfer accounts, then Import accounts, and scan every QR code.",
  page: (number: number, of: number) => `QR code ${number} of ${of}`,
  pageAlt: (number: number, of: number) => `QR code ${number} of ${of} for Google Authenticator`,
  pageBack: "Back",
  pageNext: "Next",
  passphrase: "Passphrase",
  repeated: "Passphrase again",
  passphraseNote:
    "Four words or more are easy to remember and hard to guess. Without it nobody can open the backup, and neither can you.",
  show: "Show",
  hide: "Hide",
  warning:
    "Whoever gets this file can make your codes, for as long as the keys in it are in use. Store it nowhere, or only where it is encrypted, and delete it when the other app has read it.",
  understood: "I understand, write it without encryption",
  refused: {
    too_short: "Use 8 characters or more.",
    too_easy: "This passphrase is too easy to guess. Choose another.",
    not_same: "The two passphrases differ. Type the second one again.",
    not_understood: "Tick the box to write a file that is not encrypted.",
  },
  submit: {
    backup: "Save backup",
    aegis: "Export",
    "two-fas": "Export",
    ente: "Export",
    google: "Show QR codes",
    links: "Export",
  },
  sealing: (percent: number) => `Encrypting: ${percent} %`,
  done: "The file has been saved. Check that it is in your downloads.",
  count: (count: number) => (count === 1 ? "1 account is in it." : `${count} accounts are in it.`),
  notAllowed: "Your organisation has turned off exports in this browser.",
  notTakenOut: "The keys weren't given out. Open Codes to see why.",
  qrTitle: (name: string) => `QR code of ${name}`,
  qrWarning: "Whoever photographs this code can make your codes. Show it only to the app that shall have it.",
  qrShow: "Show the code",
  qrAlt: "QR code with this account's key",
  qrCounted: "Codes by count: use this account in one place alone from now on, for each use moves the counter.",
};
