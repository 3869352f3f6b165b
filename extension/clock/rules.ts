/** How far the service's clock is from this computer's, by one of its answers. */
export interface MeasuredClock {
  /** Milliseconds by which the service's clock is ahead. */
  aheadMs: number;
  /** Milliseconds that it may be more or less. */
  errorMs: number;
}

/** An answer that took longer says too little: half its way may have been anywhere. */
const mostErrorMs = 3000;

/**
 * Reads a clock off the `Date` header of an answer that was asked for at `sentAt` and was there at `receivedAt` (milliseconds
 * since 1970). The header has whole seconds (RFC 9110 section 5.6.7), so on the mean it is half a second early;
 * the answer was made half way there and back, give or take that half.
 */
export function readClock(date: string | null, sentAt: number, receivedAt: number): MeasuredClock | undefined {
  const at = Date.parse(date ?? "");
  const errorMs = 500 + (receivedAt - sentAt) / 2;
  if (Number.isNaN(at) || receivedAt < sentAt || errorMs > mostErrorMs) return undefined;
  return { aheadMs: Math.round(at + 500 - (sentAt + receivedAt) / 2), errorMs };
}

/** Whether this computer's clock is surely wrong by more than half a step of a code, so that sites may refuse its codes. */
export function isWrong({ aheadMs, errorMs }: MeasuredClock, periodSeconds = 30): boolean {
  return Math.abs(aheadMs) - errorMs > (periodSeconds / 2) * 1000;
}
