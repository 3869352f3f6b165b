import * as v from "valibot";
import type { PasswordReason } from "./errors.ts";
import { emailLimit } from "./limits.ts";

/** A password as it came; its policy is the worker's, this only bounds the work. */
export const passwordText = v.pipe(v.string(), v.minLength(1), v.maxLength(2048));

export const changePasswordBody = v.object({
  currentPassword: passwordText,
  newPassword: passwordText,
  signOutOthers: v.optional(v.boolean(), true),
});

export const checkPasswordBody = v.object({
  password: v.pipe(v.string(), v.maxLength(2048)),
  email: v.optional(v.pipe(v.string(), v.maxLength(emailLimit))),
});

/** How a new password would fare: `score` is 0 (guessed at once) to 4 (very hard to guess). */
export interface PasswordCheck {
  accepted: boolean;
  score: 0 | 1 | 2 | 3 | 4;
  reasons: PasswordReason[];
}
