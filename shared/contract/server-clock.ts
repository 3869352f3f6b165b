/** Where the measured clock is kept by a page that may be loaded again. In milliseconds that the service is ahead. */
export interface ClockKeeper {
  read: () => number;
  keep: (aheadMs: number) => void;
}

/** A difference that the header's whole seconds and the answer's way may make up. */
const insignificantMs = 2000;

/** An answer that took longer says too little. */
const longestWayMs = 3000;

let aheadMs = 0;
let keeper: ClockKeeper | undefined;

/**
 * What time it is at the service, in milliseconds since 1970, by its last answer; by this machine's clock before there was
 * one. What the service says a time of is compared with this and never with `Date.now()`: clocks of phones may be off.
 */
export function serviceNow(): number {
  return Date.now() + aheadMs;
}

/** Begins with the clock as it was kept, and keeps it from then on. */
export function keepServiceClock(where: ClockKeeper): void {
  keeper = where;
  const kept = where.read();
  aheadMs = Number.isFinite(kept) ? kept : 0;
}

/** Sends as `send` does, and reads the service's clock off the `Date` header of what is answered (RFC 9110 section 6.6.1). */
export function readingClock(send: typeof fetch): typeof fetch {
  return async (input, init) => {
    const sentAt = Date.now();
    const response = await send(input, init);
    const at = Date.parse(response.headers.get("Date") ?? "");
    const wayMs = Date.now() - sentAt;
    if (Number.isNaN(at) || wayMs < 0 || wayMs > longestWayMs) return response;
    const measured = at + 500 - sentAt - wayMs / 2;
    aheadMs = Math.abs(measured) < insignificantMs ? 0 : measured;
    keeper?.keep(aheadMs);
    return response;
  };
}
