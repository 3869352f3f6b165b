/** A code is on its way to `sentTo` (masked, as `a•••@example.com`). */
export interface EmailEnrolment {
  id: string;
  sentTo: string;
  expiresAt: string;
}

/** A code was sent again, or for a second step. */
export interface EmailCodeSent {
  sentTo: string;
  expiresAt: string;
  /** When another one can be asked for. */
  resendAfter: string;
}
