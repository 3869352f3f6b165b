import { deleteAccount, makeAccount, readActivity } from "./account.ts";
import { sayNotMe } from "./not-me.ts";
import { changePassword, resetPassword } from "./password.ts";
import { browse, leave, look, tidyUp } from "./session.ts";
import { forgetPassword, guessCodes, signIn, signInByOneCodeTwice, unlockAndSignIn } from "./sign-in.ts";
import { removeMethod, renewRecoveryCodes, renewTooOften, setUpApp, setUpEmail, turnOff } from "./two-factor.ts";
import type { Visitor } from "./visitor.ts";

/** Something that a person comes for. */
export type Visit = (visitor: Visitor) => Promise<unknown>;

/** What people with an account come for, each as often in a thousand visits. */
export const hour: readonly (readonly [weight: number, visit: Visit])[] = [
  [468, browse],
  [190, signIn],
  [80, leave],
  [50, look],
  [40, tidyUp],
  [30, readActivity],
  [25, forgetPassword],
  [20, changePassword],
  [20, setUpApp],
  [15, resetPassword],
  [15, guessCodes],
  [12, setUpEmail],
  [10, signInByOneCodeTwice],
  [8, removeMethod],
  [6, turnOff],
  [6, renewRecoveryCodes],
  [6, unlockAndSignIn],
  [3, renewTooOften],
  [3, sayNotMe],
  [3, deleteAccount],
];

/** The same, each equally often but signing in, which all else rests on: the few requests of a test meet what is rare. */
export const everything: typeof hour = hour.map(([, visit]) => [visit === signIn ? 3 : 1, visit]);

/** What a person comes for who has no account, or had one: most make one. */
export const newcomer: Visit = makeAccount;
