/** The radius of a countdown's ring, in a square of 20. */
export const ringRadius = 8;

/** Below this many seconds a code is about to change. */
export const lowSeconds = 5;

/** The dashes of the ring's line: what is left of a whole turn, and the rest. Both arguments are in seconds. */
export function ringDashes(secondsLeft: number, period: number): string {
  const whole = 2 * Math.PI * ringRadius;
  return `${Math.min(1, Math.max(0, secondsLeft / period)) * whole} ${whole}`;
}
