/**
 * What one isolate remembers of whether anybody listens at all, so that where nobody does no request costs a look at
 * the database. A hint: whoever begins to listen meanwhile is told by the cron trigger.
 */
export interface Listeners {
  /** Until then nobody is looked for; milliseconds since 1970. */
  noneUntil: number;
}

/** How long nobody is looked for after nobody was found: as often as the cron trigger looks anyway. */
export const quietSeconds = 300;
