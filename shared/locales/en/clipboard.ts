/** What is said about copied codes in the clipboard. */
export const clipboard = {
  offer: "Clear copied codes after a minute?",
  why: "Your browser asks for permission, because Latchkey checks once whether the code is still there. It reads the clipboard at no other time.",
  turnOn: "Turn on",
  notNow: "No",
  setting: "Clear copied codes after a minute",
  hint: "Only if the clipboard still holds the code, and the browser is still open.",
  refused: "Your browser didn't allow it, so copied codes stay in the clipboard.",
};
