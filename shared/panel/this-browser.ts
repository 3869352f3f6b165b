import type { ComponentChildren } from "preact";
import type { AppEnrolment } from "../contract/totp.ts";

/** This browser as an authenticator: what the extension offers, and a page cannot. */
export interface ThisBrowser {
  /** Keeps the key in this browser's vault; resolves to what takes it out again. */
  save(enrolment: AppEnrolment): Promise<() => Promise<void>>;
  /** The codes of a key that is being set up: of the step before, and of this moment. Null where it is none of ours. */
  codesFor(enrolment: AppEnrolment, nowMs: number): { before: string; now: string } | null;
  /** The time that its codes are made for, in milliseconds since 1970: a computer's clock may be off, and this corrected. */
  codeTime(): Promise<number>;
  /** Whether a two-factor method is one that this browser keeps the key of. */
  holds(methodId: string): boolean;
  /** Whether this browser makes codes for the account of this address. */
  hasCodesOf(email: string): boolean;
  /** Its code of this moment; null where the key is gone by now. */
  codeOf(email: string): Promise<string | null>;
  /** One plain sentence on what codes beside the password protect from and what not, and the offer of a lock. */
  note(): ComponentChildren;
}
