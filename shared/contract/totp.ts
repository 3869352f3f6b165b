import * as v from "valibot";
import { sixDigits } from "./code.ts";
import { methodNameLimit } from "./limits.ts";
import { timestamp } from "./timestamp.ts";

export const enrolAppBody = v.object({
  name: v.optional(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(methodNameLimit))),
});

export const confirmMethodBody = v.object({ code: sixDigits });

/** A set-up that has been started; nothing is active before it is confirmed. */
export const appEnrolment = v.object({
  id: v.string(),
  /** Base32 without padding, to type by hand. */
  secret: v.string(),
  /** `otpauth://totp/...`, the content of the QR code. */
  uri: v.string(),
  /** An SVG document with its quiet zone. */
  qr: v.string(),
  expiresAt: timestamp,
});
export type AppEnrolment = v.InferOutput<typeof appEnrolment>;
