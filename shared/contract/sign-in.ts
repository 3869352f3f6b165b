import * as v from "valibot";
import { account, methodTypes } from "./account.ts";
import { sixDigits } from "./code.ts";
import { emailAddress } from "./email-address.ts";
import { passkeyProof } from "./passkey.ts";
import { passwordText } from "./password.ts";
import { signedLink } from "./signed-link.ts";
import { timestamp } from "./timestamp.ts";
import { issuedDevice } from "./trusted-browser.ts";

/** The one-time secret of a sign-in in progress. */
export const signInSecret = v.pipe(v.string(), v.minLength(1), v.maxLength(128));

/** A recovery code as a person types it; what it means is decided where it is checked. */
export const recoveryCodeText = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(64));

/** With `unlock` of a mailed link, the password is judged by a count of its own: see `unlocked`. */
export const startSignInBody = v.object({
  email: emailAddress,
  password: passwordText,
  unlock: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(128))),
});

/** Asks for a mail with a link by which a browser can try the password although others have tried too often. */
export const requestUnlockBody = v.object({ email: emailAddress });

/** Until when the link of the mail can be used. */
export const unlockSent = v.object({ expiresAt: timestamp });
export type UnlockSent = v.InferOutput<typeof unlockSent>;

export const confirmUnlockBody = v.object({ link: signedLink });

/** What this browser sends along as `unlock` with its sign-in: for one address, until one password was right. */
export const unlocked = v.object({ unlock: v.string(), expiresAt: timestamp });
export type Unlocked = v.InferOutput<typeof unlocked>;

/** The code of a second factor, with the method it is of. */
export const methodAndCode = [
  v.object({ method: v.picklist(["app", "email"]), code: sixDigits }),
  v.object({ method: v.literal("recovery"), code: recoveryCodeText }),
] as const;

export const signInCodeBody = v.intersect([
  v.object({ signIn: signInSecret, rememberDevice: v.optional(v.boolean()) }),
  v.variant("method", methodAndCode),
]);

/** With `signIn` for its second step; without it, for a sign-in by a passkey alone. */
export const signInPasskeyOptionsBody = v.object({ signIn: v.optional(signInSecret) });

export const signInPasskeyBody = v.object({
  ...passkeyProof.entries,
  signIn: v.optional(signInSecret),
  rememberDevice: v.optional(v.boolean()),
});

export const signInEmailCodeBody = v.object({ signIn: signInSecret });

/** A session as it is handed over; `token` only where the caller carries it itself. */
export const issuedSession = v.object({ id: v.string(), expiresAt: timestamp, token: v.optional(v.string()) });
export type IssuedSession = v.InferOutput<typeof issuedSession>;

/** The session that a completed sign-in begins. */
export const sessionAnswer = v.object({
  status: v.literal("complete"),
  account,
  session: issuedSession,
  /** If the browser is now remembered, because `rememberDevice` asked for it. */
  device: v.optional(issuedDevice),
});
export type SessionAnswer = v.InferOutput<typeof sessionAnswer>;

/** The password was right and a second step is due; nothing is signed in yet. */
export const secondStepAnswer = v.object({
  status: v.literal("second_step"),
  signIn: v.string(),
  expiresAt: timestamp,
  methods: v.array(v.object({ type: v.picklist(methodTypes), sentTo: v.optional(v.string()) })),
  preferred: v.picklist(methodTypes),
  /** For how many days `rememberDevice` would remember this browser; 0 where the service remembers none. */
  rememberDays: v.number(),
  /** Only where e-mail is asked for and no code could be mailed yet: when one can be asked for. */
  resendAfter: v.optional(timestamp),
  /** Only with `resendAfter`, where the code that was mailed for an earlier sign-in is the one that works: until when. */
  codeExpiresAt: v.optional(timestamp),
  /**
   * Only of a reset while 'this wasn't me' is being cleared up and no undisputed method is left: `methods` are the suspended
   * ones (a recovery code counts too), and one of them makes the new password good now.
   */
  disputed: v.optional(v.literal(true)),
  /** Only where `disputed`: when the new password is good without. */
  until: v.optional(timestamp),
});
export type SecondStepAnswer = v.InferOutput<typeof secondStepAnswer>;

export const signInAnswer = v.variant("status", [sessionAnswer, secondStepAnswer]);
export type SignInAnswer = v.InferOutput<typeof signInAnswer>;
