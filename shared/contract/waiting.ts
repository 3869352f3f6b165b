import * as v from "valibot";
import { timestamp } from "./timestamp.ts";

/** What can wait to take effect on an account. A `deletion` is stopped by a sign-in since then too. */
export const waitingTypes = ["password_reset", "email_change", "two_factor_reset", "deletion"] as const;
export type WaitingType = (typeof waitingTypes)[number];

/**
 * Something that takes effect at `until` unless it is stopped; a change of address instead waits for its code until
 * then. Only a step-up that was begun after `since` stops it (promise S11).
 */
export const waitingChange = v.object({
  id: v.string(),
  type: v.picklist(waitingTypes),
  since: timestamp,
  until: timestamp,
});
export type WaitingChange = v.InferOutput<typeof waitingChange>;
