/** Code points that a passphrase has at least (NIST SP 800-63B-4 3.1.1.2 asks 8 of one beside a second factor). */
export const passphraseMinimum = 8;

/** Minutes without use after which a vault may lock, beside the end of the browser. */
export const lockMinutes = [1, 5, 15, 60] as const;

/** When an unlocked vault locks by itself; with the browser it always does. */
export type LockAfter = (typeof lockMinutes)[number] | "browser_close";

/** The choice of somebody who has made none. */
export const lockAfterDefault: LockAfter = 15;

/** Whether a passphrase is long enough; what it is made of is nobody's business. */
export function isLongEnough(passphrase: string): boolean {
  return [...passphrase.normalize("NFC")].length >= passphraseMinimum;
}

/** Whether a passphrase is refused for how soon it is guessed; `score` is zxcvbn's, 0 to 4, of which 2 is a million guesses. */
export function isEasyToGuess(score: 0 | 1 | 2 | 3 | 4): boolean {
  return score < 2;
}

/** The choices that stay where an organisation sets the longest one, in minutes; the shortest stays always. */
export function lockChoices(longestMinutes?: number): LockAfter[] {
  if (longestMinutes === undefined) return [...lockMinutes, "browser_close"];
  return lockMinutes.filter((minutes, index) => index === 0 || minutes <= longestMinutes);
}

/** What is in force of a choice: itself, or the longest that is allowed. */
export function lockAfterWithin(chosen: LockAfter, longestMinutes?: number): LockAfter {
  const choices = lockChoices(longestMinutes);
  return choices.includes(chosen) ? chosen : (choices.at(-1) ?? 1);
}

/** When what was last used at `usedAtMs` locks, in milliseconds since 1970; undefined: only with the browser. */
export function locksAt(lockAfter: LockAfter, usedAtMs: number): number | undefined {
  return lockAfter === "browser_close" ? undefined : usedAtMs + lockAfter * 60_000;
}

/** Whether it is time to lock; a clock that was set back is no reason to stay open. */
export function isDue(lockAfter: LockAfter, usedAtMs: number, nowMs: number): boolean {
  const at = locksAt(lockAfter, usedAtMs);
  return at !== undefined && (nowMs >= at || nowMs < usedAtMs - 60_000);
}
