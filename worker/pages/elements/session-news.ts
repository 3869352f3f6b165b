/** Whose session it is. */
export interface SessionAccount {
  id: string;
  email: string;
}

/** The session as a page is told of it; the token only where it is carried by bearer. */
export interface SessionTold {
  id: string;
  expiresAt: string;
  token?: string;
}

/** What the elements tell the page around them, by the name of the event. */
export interface SessionNews {
  /** `restored`: the session was there when the page opened. */
  "latchkey-signed-in": { account: SessionAccount; session: SessionTold; restored: boolean };
  "latchkey-signed-out": null;
  /** The service ended it: it ran out, or was ended elsewhere. */
  "latchkey-session-end": { account: SessionAccount };
  /** Somebody has proved again that it's them. */
  "latchkey-step-up": { elevatedUntil: string; session: SessionTold };
}

/** Hears of everything that happens to a session. */
export type NewsListener = <Name extends keyof SessionNews>(name: Name, detail: SessionNews[Name]) => void;
