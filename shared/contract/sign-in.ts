import * as v from "valibot";
import type { Account, MethodType } from "./account.ts";
import { sixDigits } from "./code.ts";
import type { IssuedDevice } from "./device.ts";
import { emailAddress } from "./email-address.ts";
import { passkeyProof } from "./passkey.ts";
import { passwordText } from "./password.ts";

/** The one-time secret of a sign-in in progress. */
export const signInSecret = v.pipe(v.string(), v.minLength(1), v.maxLength(128));

/** A recovery code as a person types it; what it means is decided where it is checked. */
export const recoveryCodeText = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(64));

export const startSignInBody = v.object({ email: emailAddress, password: passwordText });

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

/** The session that a completed sign-in begins; `token` only where the caller carries it itself. */
export interface SessionAnswer {
  status: "complete";
  account: Account;
  session: IssuedSession;
  /** Where the browser is remembered from now on, because `rememberDevice` asked for it. */
  device?: IssuedDevice;
}

export interface IssuedSession {
  id: string;
  expiresAt: string;
  token?: string;
}

/** The password was right and a second step is due; nothing is signed in yet. */
export interface SecondStepAnswer {
  status: "second_step";
  signIn: string;
  expiresAt: string;
  methods: { type: MethodType; sentTo?: string }[];
  preferred: MethodType;
  /** For how many days `rememberDevice` would remember this browser; 0 where the service remembers none. */
  rememberDays: number;
  /** Only where e-mail is asked for and no code could be mailed yet: when one can be asked for. */
  resendAfter?: string;
}

export type SignInAnswer = SessionAnswer | SecondStepAnswer;
