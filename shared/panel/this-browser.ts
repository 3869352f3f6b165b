import type { ComponentChildren } from "preact";
import type { AppEnrolment } from "../contract/totp.ts";

/** A key that this browser has kept. */
export interface SavedKey {
  /** Its codes: of the step before, and of the moment at which it was kept, by the clock that codes are made for. */
  codes: { before: string; now: string };
  /** Takes it out again. */
  undo: () => Promise<void>;
}

/** This browser as an authenticator: what the extension offers, and a page by itself cannot. */
export interface ThisBrowser {
  /** Keeps the key in this browser's vault; null where the person or the vault did not want it. */
  save(enrolment: AppEnrolment): Promise<SavedKey | null>;
  /** Whether a two-factor method is one that this browser keeps the key of. */
  holds(methodId: string): boolean;
  /** Whether this browser makes codes for the account of this address. */
  hasCodesOf(email: string): boolean;
  /** Its code of this moment; null where the key is gone by now. */
  codeOf(email: string): Promise<string | null>;
  /** One plain sentence on what codes beside the password protect from and what not, and the offer of a lock. */
  note(): ComponentChildren;
}
