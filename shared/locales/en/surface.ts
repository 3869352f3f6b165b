/** What is said where the screens are shown in other places than the popup, and when the extension is new. */
export const surface = {
  title: "Where you see it",
  openTab: "Open in a tab",
  openPanel: "Open in the side panel",
  shortcuts: "Keyboard",
  shortcutOpen: "Opens Latchkey",
  shortcutFill: "Fills the code into the page",
  changeShortcuts: "Your browser's settings for extensions change these.",
  none: "none",
  welcome: {
    documentTitle: "Welcome to Latchkey",
    title: "Your sign-in codes, in your browser",
    lead: "They are made here, without a server, and sealed on your disk. Three things to know:",
    pin: {
      title: "Keep it at hand",
      text: "Pin Latchkey beside the address bar: click the puzzle piece, then the pin.",
      shortcut: (keys: string) => `Or press ${keys} on any page.`,
    },
    scan: {
      title: "Add your accounts",
      text: "On the page that shows a QR code, open Latchkey and choose “Scan this page”.",
    },
    fill: {
      title: "Let it type for you",
      text: "Where a site asks for the code, choose “Fill on this page”.",
      shortcut: (keys: string) => `Or press ${keys}.`,
      safe: "It fills only when you ask, and says so when a site is not the one it knows.",
    },
    start: "Add the first account",
    locked: "Whoever copies this browser's profile can open your codes, unless you set a passphrase under Settings.",
    later: "Latchkey sees a page only when you click it. It asks for no access to your other sites.",
  },
};
