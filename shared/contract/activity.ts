import * as v from "valibot";
import { eventTypes } from "./event-types.ts";
import { moment } from "./moment.ts";
import { timestamp } from "./timestamp.ts";

/** What an event says besides its type, such as `{method: "app"}`: never a secret, a code or a token (promise S9). */
export const eventDetail = v.record(v.string(), v.union([v.string(), v.number(), v.boolean()]));
export type EventDetail = v.InferOutput<typeof eventDetail>;

/** One thing that happened to an account, and where it was done from. */
export const activityEvent = v.object({
  id: v.string(),
  type: v.picklist(eventTypes),
  at: timestamp,
  ip: v.string(),
  userAgent: v.string(),
  /** In words, such as `Firefox` and `Linux`; null where the user agent does not say. */
  browser: v.nullable(v.string()),
  system: v.nullable(v.string()),
  place: v.optional(v.string()),
  detail: eventDetail,
});
export type ActivityEvent = v.InferOutput<typeof activityEvent>;

/** A page of activity, newest first; `next` is the cursor of the page after it, where there is one. */
export const activityPage = v.object({ events: v.array(activityEvent), next: v.optional(v.string()) });
export type ActivityPage = v.InferOutput<typeof activityPage>;

/** Which events: of one type, from the moment `since` on and before `until`. */
export const activityFilter = v.object({
  type: v.optional(v.picklist(eventTypes)),
  since: v.optional(moment),
  until: v.optional(moment),
});
export type ActivityFilter = v.InferOutput<typeof activityFilter>;

export const activityQuery = v.object({
  ...activityFilter.entries,
  cursor: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(100))),
});
