import * as v from "valibot";
import { methodNameLimit } from "./limits.ts";
import { timestamp } from "./timestamp.ts";

/**
 * A browser that was just remembered; `token` only where the caller carries it itself, in the header
 * `Latchkey-Device`.
 */
export const issuedDevice = v.object({ expiresAt: timestamp, token: v.optional(v.string()) });
export type IssuedDevice = v.InferOutput<typeof issuedDevice>;

/** A browser that skips the second step. */
export const rememberedDevice = v.object({
  id: v.string(),
  /** What its owner calls it; only where they have named it. */
  name: v.optional(v.string()),
  userAgent: v.string(),
  /** In words, such as `Firefox` and `Linux`; null where the user agent does not say. */
  browser: v.nullable(v.string()),
  system: v.nullable(v.string()),
  place: v.optional(v.string()),
  createdAt: timestamp,
  lastUsedAt: timestamp,
  expiresAt: timestamp,
  /** Whether it is the browser that asks. */
  current: v.boolean(),
});
export type RememberedDevice = v.InferOutput<typeof rememberedDevice>;

export const renameDeviceBody = v.object({
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(methodNameLimit)),
});

export const deviceList = v.object({ devices: v.array(rememberedDevice) });
