import * as v from "valibot";
import { account } from "./account.ts";
import { methodNameLimit } from "./limits.ts";

export const preferMethodBody = v.object({
  preferred: v.pipe(v.string(), v.minLength(1), v.maxLength(64)),
});

/** A name that tells a method from the others. */
export const renameMethodBody = v.object({
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(methodNameLimit)),
});

/** Whether to 'ask for nothing weaker' than a passkey. */
export const passkeysOnlyBody = v.object({ on: v.boolean() });

/** A method is active now. Recovery codes come with the first one only, and are never shown again. */
export const methodConfirmed = v.object({ account, recoveryCodes: v.optional(v.array(v.string())) });
export type MethodConfirmed = v.InferOutput<typeof methodConfirmed>;
