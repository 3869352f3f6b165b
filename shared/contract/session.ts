/** RFC 8176 names of what was proved, `email` and `recovery` being our own. */
export type Amr = "pwd" | "otp" | "email" | "recovery";

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
