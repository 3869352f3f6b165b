/**
 * RFC 8176 names of what was proved, `email` and `recovery` being our own. A passkey is `hwk` where it never leaves its
 * device and `swk` where it may be synced, with `user` for the person who was there and `mfa` for the two factors that
 * it makes, by itself or beside the password.
 */
export type Amr = "pwd" | "otp" | "email" | "recovery" | "hwk" | "swk" | "user" | "mfa";

/** Where an account is signed in; browser and system in words, null where they are not known. */
export interface SessionOfAccount {
  id: string;
  browser: string | null;
  system: string | null;
  place?: string;
  ip: string;
  createdAt: string;
  /** To the hour. */
  lastUsedAt: string;
  /** Whether it is the session that asks. */
  current: boolean;
}

/** Who this is, as a page or a server asks. */
export interface WhoIsThis {
  account: { id: string; email: string };
  session: {
    id: string;
    createdAt: string;
    expiresAt: string;
    authenticatedAt: string;
    elevatedUntil: string | null;
    aal: 1 | 2;
    amr: Amr[];
  };
}
