/** What is said about copied codes in the clipboard. */
export const clipboard = {
  offer: "Clear copied codes from the clipboard after a minute?",
  why: "To clear a code only where it is still there, Latchkey has to look into the clipboard then. Your browser will ask you; it looks at no other time.",
  turnOn: "Turn on",
  notNow: "No",
  setting: "Clear copied codes after a minute",
  hint: "Only where the clipboard still holds the code. If you close the browser before, the code stays there; it is of no use once its time is over.",
  refused: "The browser did not allow it, so copied codes stay in the clipboard.",
};
