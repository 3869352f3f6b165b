/**
 * A browser that is remembered from now on; `token` only where the caller carries it itself, in the header
 * `Latchkey-Device`.
 */
export interface IssuedDevice {
  expiresAt: string;
  token?: string;
}

/** A browser that skips the second step. */
export interface RememberedDevice {
  id: string;
  userAgent: string;
  /** In words, such as `Firefox` and `Linux`; null where the user agent does not say. */
  browser: string | null;
  system: string | null;
  place?: string;
  createdAt: string;
  lastUsedAt: string;
  expiresAt: string;
  /** Whether it is the browser that asks. */
  current: boolean;
}
