import { acceptInvitationBody } from "../invitation.ts";
import {
  changePasswordBody,
  checkPasswordBody,
  confirmResetBody,
  passwordCheck,
  requestResetBody,
  resetSent,
  resetWaiting,
  stopResetBody,
} from "../password.ts";
import { signInAnswer } from "../sign-in.ts";
import { json } from "./content.ts";
import { anaEmail, anaPassword, id, soon } from "./example.ts";
import type { Feature } from "./operation.ts";
import { answered } from "./shape.ts";

const newPassword = "seven lanterns on a pier";

export const passwordFeature: Feature = {
  name: "password",
  title: "Passwords",
  about: "How a new password would fare, changing it, and resetting it by e-mail.",
  shapes: {
    PasswordCheck: answered(passwordCheck, "How a new password would fare.", {
      accepted: "Whether the service would take it.",
      score: "From 0, guessed immediately, to 4, very hard to guess.",
      reasons: "Why it would be refused, the most important first.",
    }),
    ResetWaiting: answered(
      resetWaiting,
      "Nothing has changed yet: the new password is good from `until` on, unless the link of a mail stops it.",
    ),
  },
  operations: [
    {
      method: "post",
      path: "/v1/password/check",
      id: "checkPassword",
      summary: "Check a new password",
      description:
        "For a strength bar. Breached passwords are looked up by five characters of a hash; the password goes nowhere.",
      caller: "anyone",
      body: json(checkPasswordBody, {
        fields: { email: "A password that holds its local part is refused." },
        example: { password: newPassword, email: anaEmail },
      }),
      answers: {
        200: {
          says: "How it would fare.",
          content: json(passwordCheck, { example: { accepted: true, score: 4, reasons: [] } }),
        },
      },
    },
    {
      method: "put",
      path: "/v1/account/password",
      id: "changePassword",
      summary: "Change the password",
      description:
        "Ends sign-ins in progress, resets and remembered browsers, and the other sessions too. A mail says so.",
      caller: "session, fresh with two-factor",
      body: json(changePasswordBody, {
        fields: { signOutOthers: "`false` leaves the other sessions alone." },
        example: { currentPassword: anaPassword, newPassword },
      }),
      answers: { 204: { says: "The new password works." } },
      problems: ["wrong_credentials", "password_rejected"],
    },
    {
      method: "post",
      path: "/v1/password-reset",
      id: "requestPasswordReset",
      summary: "Request a password reset",
      description:
        "Mails a code, and a link for when the code can't be used: `/reset?link=LINK`, which lives an hour. An unknown address gets the same answer. An address without a valid link is always sent one, no matter what others have requested.",
      caller: "anyone",
      body: json(requestResetBody, { example: { email: anaEmail } }),
      answers: {
        202: {
          says: "A code is on its way, if there is such an account.",
          content: json(resetSent, { example: { reset: { id, expiresAt: soon } } }),
        },
      },
    },
    {
      method: "post",
      path: "/v1/password-reset/confirm",
      id: "confirmPasswordReset",
      summary: "Reset the password",
      description:
        "By the code of the mail or by its link. The second step is still asked for, and never by e-mail, which has just been the first. A person whose only second step is e-mail waits a day, told by a mail with a link that stops it.\n\nWrong codes are counted for the reset, for the network and lastingly for the address: after twenty, only the link is accepted (`link_required`). No count refuses the link.",
      caller: "anyone",
      headers: ["Latchkey-Session"],
      body: json(confirmResetBody, { example: { id, code: "123456", newPassword } }),
      answers: {
        200: { says: "The password is reset: signed in, or a second step is due.", content: json(signInAnswer) },
        202: {
          says: "The password is reset in a day.",
          content: json(resetWaiting, { example: { status: "waiting", until: soon } }),
        },
      },
      problems: [
        "wrong_code",
        "code_expired",
        "link_required",
        "link_expired",
        "password_rejected",
        "account_disabled",
      ],
    },
    {
      method: "post",
      path: "/v1/password-reset/stop",
      id: "stopPasswordReset",
      summary: "Cancel a pending password reset",
      description: "For anyone who has the link of the mail that told of it.",
      caller: "anyone",
      body: json(stopResetBody),
      answers: { 204: { says: "Stopped; the old password stays." } },
      problems: ["link_expired"],
    },
    {
      method: "post",
      path: "/v1/invitations/accept",
      id: "acceptInvitation",
      summary: "Accept an invitation",
      description: "For anyone who has the link of its mail, once. Signs nobody in.",
      caller: "anyone",
      body: json(acceptInvitationBody),
      answers: { 204: { says: "The account has its first password." } },
      problems: ["link_expired", "password_rejected"],
    },
  ],
};
