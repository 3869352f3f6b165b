import * as v from "valibot";
import { timestamp } from "./timestamp.ts";

/**
 * RFC 8176 names of what was proved, `email` and `recovery` being our own. A passkey is `hwk` where it never leaves its
 * device and `swk` where it may be synced, with `user` for the person who was there and `mfa` for the two factors that
 * it makes, by itself or with the password.
 */
export const amrs = ["pwd", "otp", "email", "recovery", "hwk", "swk", "user", "mfa"] as const;
export type Amr = (typeof amrs)[number];

/** Where an account is signed in; browser and system in words, null where they are not known. */
export const sessionOfAccount = v.object({
  id: v.string(),
  browser: v.nullable(v.string()),
  system: v.nullable(v.string()),
  place: v.optional(v.string()),
  ip: v.string(),
  createdAt: timestamp,
  /** What was proved in it. */
  amr: v.array(v.picklist(amrs)),
  /** To the hour. */
  lastUsedAt: timestamp,
  /** Whether it is the session that asks. */
  current: v.boolean(),
});
export type SessionOfAccount = v.InferOutput<typeof sessionOfAccount>;

export const sessionList = v.object({ sessions: v.array(sessionOfAccount) });

/** The session that asks. */
export const currentSession = v.object({
  id: v.string(),
  createdAt: timestamp,
  expiresAt: timestamp,
  authenticatedAt: timestamp,
  elevatedUntil: v.nullable(timestamp),
  aal: v.picklist([1, 2]),
  amr: v.array(v.picklist(amrs)),
});

/** Who this is, as a page or a server asks. */
export const whoIsThis = v.object({
  account: v.object({ id: v.string(), email: v.string() }),
  session: currentSession,
});
export type WhoIsThis = v.InferOutput<typeof whoIsThis>;
