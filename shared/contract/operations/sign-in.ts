import { sixDigits } from "../code.ts";
import { emailAddress } from "../email-address.ts";
import { emailCodeSent } from "../email-code.ts";
import { passwordText } from "../password.ts";
import {
  confirmUnlockBody,
  issuedSession,
  recoveryCodeText,
  requestUnlockBody,
  secondStepAnswer,
  sessionAnswer,
  signInAnswer,
  signInCodeBody,
  signInEmailCodeBody,
  signInSecret,
  startSignInBody,
  unlocked,
  unlockSent,
} from "../sign-in.ts";
import { issuedDevice } from "../trusted-browser.ts";
import { json } from "./content.ts";
import { ana, anaEmail, anaPassword, session, soon, token } from "./example.ts";
import type { Feature } from "./operation.ts";
import { answered, asked } from "./shape.ts";

export const signInFeature: Feature = {
  name: "sign-in",
  title: "Sign-in",
  about:
    "A password, then a second step where the account asks for one. A right password alone gives no session, cookie or token: only `signIn`, which stands for this sign-in and nothing else.",
  shapes: {
    UnlockSent: answered(unlockSent, "A link is on its way, if there is such an account."),
    Unlocked: answered(unlocked, "This browser may try the password.", {
      unlock: "Sent along with the sign-in of this address, from this browser alone.",
    }),
    EmailAddress: asked(
      emailAddress,
      "An address as a person types it: in any case and Unicode form, with its domain in Unicode or ASCII.",
      anaEmail,
    ),
    Password: asked(passwordText, "A password as it was typed. Nothing is ever cut off.", anaPassword),
    Code: asked(sixDigits, "Six digits of an app or an e-mail; spaces and hyphens among them are dropped.", "123456"),
    RecoveryCode: asked(recoveryCodeText, "A recovery code as it was typed.", "q3dw-7hxk-m2pa-9rtz"),
    SignInSecret: asked(signInSecret, "`signIn` of the answer that asked for a second step.", token),
    SignInAnswer: answered(
      signInAnswer,
      "A sign-in that is complete, or that asks for its second step: `status` says which.",
    ),
    SessionAnswer: answered(sessionAnswer, "Signed in.", {
      device: "If this browser is now remembered.",
    }),
    SecondStepAnswer: answered(
      secondStepAnswer,
      "The password was right and a second step is due; nothing is signed in yet.",
      {
        signIn: "Names this sign-in in later requests. Lasts ten minutes and five wrong codes.",
        methods: "What the second step may be by. `sentTo` is the masked address of an e-mail method.",
        preferred: "What to ask for first. With `email` a code has been sent already.",
        rememberDays:
          "For how many days `rememberDevice` would remember this browser; 0 where the service remembers none.",
        resendAfter: "Only where no code could be mailed yet: when one can be asked for.",
        codeExpiresAt:
          "Only with `resendAfter`, where the code that was mailed a moment ago for an earlier sign-in works for this one too: when it expires.",
      },
    ),
    IssuedSession: answered(issuedSession, "A session that begins, or goes on under a new token.", {
      token: "Only for those who carry it themselves (`Latchkey-Session: bearer`); else it is in the cookie.",
    }),
    IssuedDevice: answered(issuedDevice, "A browser that is remembered.", {
      token: "Only for those who carry their tokens themselves: send it as `Latchkey-Device`. Else it is in a cookie.",
    }),
    EmailCodeSent: answered(emailCodeSent, "A code is on its way; the ones before it are void.", {
      sentTo: "The address, masked.",
      resendAfter: "When another one can be asked for.",
    }),
  },
  operations: [
    {
      method: "post",
      path: "/v1/sign-in",
      id: "startSignIn",
      summary: "Sign in with a password",
      description:
        "Without two-factor, or from a remembered browser, this completes the sign-in. Otherwise it asks for the second step; where e-mail is preferred, a code is on its way.\n\nAn unknown address and a wrong password get the same answer after the same work.",
      caller: "anyone",
      headers: ["Latchkey-Session", "Latchkey-Device"],
      body: json(startSignInBody, {
        fields: {
          unlock:
            "Of `POST /v1/sign-in/unlock/confirm`, for this address: the password is judged by a count of its own.",
        },
        example: { email: anaEmail, password: anaPassword },
      }),
      answers: {
        200: {
          says: "Signed in, or a second step is due.",
          content: json(signInAnswer, {
            example: {
              status: "second_step",
              signIn: token,
              expiresAt: soon,
              methods: [{ type: "app" }, { type: "email", sentTo: "a•••@example.com" }],
              preferred: "app",
              rememberDays: 30,
            },
          }),
        },
      },
      problems: ["wrong_credentials", "account_disabled", "password_reset_required", "mail_not_sent"],
    },
    {
      method: "post",
      path: "/v1/sign-in/code",
      id: "proveSecondStep",
      summary: "Verify the second factor",
      description:
        "A code of an app, of a mail, or a recovery code. After the fifth wrong one the sign-in is void. Wrong codes of all sign-ins of an account are counted together, so that starting again buys no tries.",
      caller: "anyone",
      headers: ["Latchkey-Session", "Latchkey-Device"],
      body: json(signInCodeBody, {
        fields: { rememberDevice: "Remember this browser, so that it skips two-factor authentication." },
        example: { signIn: token, method: "app", code: "123456" },
      }),
      answers: {
        200: {
          says: "Signed in.",
          content: json(signInAnswer, { example: { status: "complete", account: ana, session } }),
        },
      },
      problems: [
        "wrong_code",
        "code_expired",
        "sign_in_expired",
        "method_disabled",
        "method_unavailable",
        "passkey_required",
      ],
    },
    {
      method: "post",
      path: "/v1/sign-in/unlock",
      id: "requestUnlock",
      summary: "Request an unlock link",
      description:
        "For an owner who is answered `too_many_attempts` because others tried passwords for the address. Mails `/unlock?link=LINK`, which lives an hour. An unknown address gets the same answer. An address without a valid link is always sent one, no matter what others have requested.",
      caller: "anyone",
      body: json(requestUnlockBody, { example: { email: anaEmail } }),
      answers: {
        202: {
          says: "A link is on its way, if there is such an account.",
          content: json(unlockSent, { example: { expiresAt: soon } }),
        },
      },
    },
    {
      method: "post",
      path: "/v1/sign-in/unlock/confirm",
      id: "confirmUnlock",
      summary: "Use an unlock link",
      description:
        "Once. Answers what this browser sends along as `unlock` to `POST /v1/sign-in`: for that address alone, until a password was right, for 15 minutes. It proves nothing: the password and the second step are asked for as ever.",
      caller: "anyone",
      body: json(confirmUnlockBody, { example: { link: token } }),
      answers: {
        200: {
          says: "This browser may try the password.",
          content: json(unlocked, { example: { unlock: token, expiresAt: soon } }),
        },
      },
      problems: ["link_expired"],
    },
    {
      method: "post",
      path: "/v1/sign-in/email-code",
      id: "sendSecondStepCode",
      summary: "Send a second-factor code by e-mail",
      description: "Only where e-mail is a method of the account. The codes before it are void.",
      caller: "anyone",
      body: json(signInEmailCodeBody, { example: { signIn: token } }),
      answers: { 202: { says: "The code is on its way.", content: json(emailCodeSent) } },
      problems: ["sign_in_expired", "not_found", "mail_not_sent"],
    },
  ],
};
