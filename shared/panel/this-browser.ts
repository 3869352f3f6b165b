import type { AppEnrolment } from "../contract/app-code.ts";

/** This browser as an authenticator: what the extension offers, and a page cannot. */
export interface ThisBrowser {
  /** Keeps the key in this browser's vault; resolves to what takes it out again. */
  save(enrolment: AppEnrolment): Promise<() => Promise<void>>;
}
