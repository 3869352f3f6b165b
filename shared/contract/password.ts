import * as v from "valibot";
import { sixDigits } from "./code.ts";
import { emailAddress } from "./email-address.ts";
import { passwordReasons } from "./errors.ts";
import { emailLimit } from "./limits.ts";
import { signedLink } from "./signed-link.ts";
import { timestamp } from "./timestamp.ts";
import { verification } from "./verification.ts";

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

export const requestResetBody = v.object({ email: emailAddress });

/** By the code of the mail, or by its link: `link` of the page `/reset?link=`. */
export const confirmResetBody = v.union([
  v.object({ link: signedLink, newPassword: passwordText }),
  v.object({
    id: v.pipe(v.string(), v.minLength(1), v.maxLength(64)),
    code: sixDigits,
    newPassword: passwordText,
  }),
]);
export type ConfirmReset = v.InferOutput<typeof confirmResetBody>;

/** The token of the link that stops a reset, as its mail has it. */
export const stopResetBody = v.object({ token: signedLink });

/**
 * A reset by somebody whose only second step is e-mail, which also brought the code: nothing has changed yet. The new
 * password is good from `until` on, unless the link in the mail that was sent stops it.
 */
export const resetWaiting = v.object({ status: v.literal("waiting"), until: timestamp });
export type ResetWaiting = v.InferOutput<typeof resetWaiting>;

/** How a new password would fare: `score` is 0 (guessed immediately) to 4 (very hard to guess). */
export const passwordCheck = v.object({
  accepted: v.boolean(),
  score: v.picklist([0, 1, 2, 3, 4]),
  reasons: v.array(v.picklist(passwordReasons)),
});
export type PasswordCheck = v.InferOutput<typeof passwordCheck>;

export const resetSent = v.object({ reset: verification });
