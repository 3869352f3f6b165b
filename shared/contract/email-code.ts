import * as v from "valibot";
import { timestamp } from "./timestamp.ts";

/** A code is on its way to `sentTo` (masked, as `o•••1@example.com`). */
export const emailEnrolment = v.object({ id: v.string(), sentTo: v.string(), expiresAt: timestamp });
export type EmailEnrolment = v.InferOutput<typeof emailEnrolment>;

/** A code was sent again, or for a second step. */
export const emailCodeSent = v.object({
  sentTo: v.string(),
  expiresAt: timestamp,
  /** When another one can be asked for. */
  resendAfter: timestamp,
});
export type EmailCodeSent = v.InferOutput<typeof emailCodeSent>;
