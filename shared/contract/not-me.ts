import * as v from "valibot";
import { timestamp } from "./timestamp.ts";

/** What can be suspended or removed, and given back. */
export const disputedKinds = ["app", "email", "passkey", "recovery_codes", "browser", "two_factor_reset"] as const;
export type DisputedKind = (typeof disputedKinds)[number];

/**
 * What was set aside: `suspended` was added in the disputed time, `removed` was there before and was removed then.
 * Where nobody knows from where it was added, `ip` and `userAgent` are empty.
 */
export const disputedItem = v.object({
  id: v.string(),
  kind: v.picklist(disputedKinds),
  state: v.picklist(["suspended", "removed"]),
  /** An app's or a passkey's name, an address, a browser, an administrator's name; empty for recovery codes. */
  name: v.string(),
  addedAt: timestamp,
  /** Only where `state` is `removed`. */
  removedAt: v.optional(timestamp),
  ip: v.string(),
  userAgent: v.string(),
  /** In words, such as `Firefox` and `Linux`; null where the user agent does not say. */
  browser: v.nullable(v.string()),
  system: v.nullable(v.string()),
  place: v.optional(v.string()),
  /** When it is deleted, unless it is kept before. */
  until: timestamp,
});
export type DisputedItem = v.InferOutput<typeof disputedItem>;

/** What waits for its owner's decision; `since` is when the disputed time began, null where nothing is disputed. */
export const disputed = v.object({ since: v.nullable(timestamp), items: v.array(disputedItem) });
export type Disputed = v.InferOutput<typeof disputed>;

/** `true` gives it back, `false` deletes it for good. */
export const decideDisputedBody = v.object({ keep: v.boolean() });
