/** What is said where the screens are shown in other places than the popup, and when the extension is new. */
export const surface = {
  title: "Where to open it",
  openTab: "Open in a tab",
  openPanel: "Open in the side panel",
  shortcuts: "Keyboard",
  shortcutOpen: "Opens Latchkey",
  shortcutFill: "Fills the code into the page",
  changeShortcuts: "Change these in your browser's extension settings.",
  none: "none",
  welcome: {
    documentTitle: "Welcome to Latchkey",
    title: "Your sign-in codes, in your browser",
    lead: "They're generated here, without a server, and stored encrypted on your disk. Three things to know:",
    pin: {
      title: "Keep it at hand",
      text: "Pin Latchkey next to the address bar: click the puzzle piece, then the pin.",
      shortcut: (keys: string) => `Or press ${keys} on any page.`,
      panel: "To keep your codes beside the page, open them in the side panel.",
    },
    scan: {
      title: "Add your codes",
      text: "On the page that shows a QR code, open Latchkey and choose “Scan this page”.",
      import: "Coming from another app?",
      importLink: "Import your codes",
    },
    fill: {
      title: "Fill in codes",
      text: "Where a site asks for the code, choose “Fill on this page”.",
      shortcut: (keys: string) => `Or press ${keys}.`,
      safe: "Latchkey fills only when you ask, and tells you when a site isn't the one it knows.",
    },
    start: "Add your first code",
    panel: "Open the side panel",
    account: "Under Security you can also create a Latchkey account, or sign in to yours. The codes work without one.",
    accountLink: "Latchkey account",
    later: "Latchkey sees a page only when you click it. It asks for no access to your other sites.",
  },
};
