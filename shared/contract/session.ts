/** RFC 8176 names of what was proved, `email` and `recovery` being our own. */
export type Amr = "pwd" | "otp" | "email" | "recovery";

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
