/** What is asked for, by method. */
export const labels = {
  app: () => "The 6-digit code from your app",
  email: (sentTo) => (sentTo ? `The code we e-mailed to ${sentTo}` : "The code from your e-mail"),
  passkey: () => "Use your passkey below, or choose another way",
  recovery: () => "One of your recovery codes",
  password: () => "Your password",
};

/**
 * Why something did not work. The service says it in a sentence for people, in their language; a site may say it in words
 * of its own, by `code`.
 */
export function problemText(problem) {
  if (!problem) return "";
  const { code, details } = problem;
  if (code === "offline") return "There is no connection right now. Try again in a moment.";
  const left = details.attemptsLeft === undefined ? "" : ` Tries left: ${details.attemptsLeft}.`;
  return `${details.detail ?? "That did not work."}${left}`;
}
