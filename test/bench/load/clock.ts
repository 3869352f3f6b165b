/** How a clock runs: as the machine's at `startedAt`, and from then on `speed` times as fast. */
export interface ClockSetting {
  startedAt: number;
  speed: number;
}

/** A clock that runs ahead, so that an hour goes by in minutes; times in milliseconds since 1970. */
export interface Clock {
  now(): number;
  /** Moves it on. */
  pass(seconds: number): void;
}

/** The clock of a setting: the same wherever it is made, unless it is moved on there. */
export function clockOf({ startedAt, speed }: ClockSetting): Clock {
  let aheadMs = 0;
  return {
    now: () => Math.floor(startedAt + (Date.now() - startedAt) * speed) + aheadMs,
    pass(seconds) {
      aheadMs += seconds * 1000;
    },
  };
}
