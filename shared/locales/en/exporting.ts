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
  googleCount: (count: number, pages: number) =>
    pages === 1 ? `It has ${count === 1 ? "your code" : `all ${count} codes`}.` : `Together they have ${count} codes.`,
  page: (number: number, of: number) => `QR code ${number} of ${of}`,
  pageAlt: (number: number, of: number) => `QR code ${number} of ${of} for Google Authenticator`,
  pageBack: "Back",
  pageNext: "Next",
  passphrase: "Backup passphrase",
  repeated: "Confirm passphrase",
  passphraseNote:
    "Four or more words are easy to remember and hard to guess. Without the passphrase, nobody can open the file, not even you.",
  show: "Show",
  hide: "Hide",
  warning: "Anyone with this file can generate your codes. Import it into the other app, then delete it.",
  understood: "I understand. Export without encryption",
  refused: {
    too_short: "Use at least 8 characters.",
    too_easy: "This passphrase is too easy to guess. Choose another.",
    not_same: "The passphrases don't match. Enter the second one again.",
    not_understood: "Select the box to export without encryption.",
  },
  submit: {
    backup: "Save backup",
    aegis: "Export",
    "two-fas": "Export",
    ente: "Export",
    google: "Show QR codes",
    links: "Export",
  },
  sealing: (percent: number) => `Encrypting: ${percent}%`,
  done: "File saved. Check that it's in your downloads.",
  count: (count: number) => (count === 1 ? "It has 1 code." : `It has ${count} codes.`),
  notAllowed: "Your organization has turned off exports in this browser.",
  notWritten: "The file couldn't be written. Close other windows and try again.",
  notNoted: "The file is saved, but this browser couldn't note that. You may be reminded of a backup again.",
  notTakenOut: "Your setup keys can't be read right now. Open Codes to see why.",
  qrTitle: (name: string) => `QR code for ${name}`,
  qrWarning:
    "Anyone who takes a picture of this QR code can generate your codes. Show it only to the app you want to add it to.",
  qrShow: "Show QR code",
  qrAlt: "QR code with the setup key",
  qrCounted: "This is a counter-based code. Use it in one app only, because every use moves the counter.",
};
