import { account, method, twoFactor } from "../account.ts";
import { emailEnrolment } from "../email-code.ts";
import { emptyBody } from "../empty-body.ts";
import { newRecoveryCodes } from "../recovery-code.ts";
import { signedLinkBody } from "../signed-link.ts";
import { appEnrolment, confirmMethodBody, enrolAppBody } from "../totp.ts";
import { methodConfirmed, preferMethodBody, renameMethodBody } from "../two-factor.ts";
import { json } from "./content.ts";
import { id, soon } from "./example.ts";
import type { Feature } from "./operation.ts";
import { answered } from "./shape.ts";

export const twoFactorFeature: Feature = {
  name: "two-factor",
  title: "Two-factor authentication",
  about: "Set methods up, prefer one, remove them. Nothing is active before a code of it came back.",
  shapes: {
    TwoFactor: answered(twoFactor, "What protects the account besides its password.", {
      preferred: "The id of the method that a sign-in asks for first; null when two-factor is off.",
    }),
    Method: answered(method, "An active second factor.", {
      name: "As the person named it; the address for e-mail.",
      disabled: "Only where it is so: too many wrong codes in a row, and it is off until it is set up again.",
    }),
    AppEnrolment: answered(appEnrolment, "A set-up that waits for its first code.", {
      secret: "Base32 without padding, to type by hand.",
      uri: "`otpauth://totp/…`, the content of the QR code.",
      qr: "The QR code, an SVG document with its quiet zone.",
    }),
    EmailEnrolment: answered(emailEnrolment, "A set-up that waits for the code of a mail.", {
      sentTo: "The address, masked.",
    }),
    MethodConfirmed: answered(methodConfirmed, "The method is active.", {
      recoveryCodes: "With the first method only, and never shown again.",
    }),
    NewRecoveryCodes: answered(newRecoveryCodes, "Ten codes that are shown this once."),
  },
  operations: [
    {
      method: "post",
      path: "/v1/account/two-factor/app",
      id: "enrolApp",
      summary: "Start setting up an authenticator app",
      caller: "fresh session",
      body: json(enrolAppBody, {
        fields: { name: "How the person tells their apps apart." },
        example: { name: "Phone" },
      }),
      answers: {
        201: {
          says: "The secret, for an app to keep. Nothing is active yet.",
          content: json(appEnrolment, {
            example: {
              id,
              secret: "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP",
              uri: "otpauth://totp/Latchkey:ana%40example.com?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Latchkey",
              qr: "<svg …></svg>",
              expiresAt: soon,
            },
          }),
        },
      },
    },
    {
      method: "get",
      path: "/v1/account/two-factor/app/{id}",
      id: "showApp",
      summary: "Get a pending authenticator app",
      description:
        "To the session that began it alone, for a page that was loaded again: the same key, until it is confirmed or has waited too long.",
      caller: "stepped-up session",
      params: { id: "Of the set-up." },
      answers: { 200: { says: "As it was answered when it began.", content: json(appEnrolment) } },
      problems: ["not_found", "code_expired", "method_unavailable"],
    },
    {
      method: "post",
      path: "/v1/account/two-factor/app/{id}/confirm",
      id: "confirmApp",
      summary: "Confirm an authenticator app",
      caller: "session",
      params: { id: "Of the set-up." },
      body: json(confirmMethodBody, { example: { code: "123456" } }),
      answers: { 200: { says: "The app is active.", content: json(methodConfirmed) } },
      problems: ["wrong_code", "code_expired", "not_found", "method_unavailable"],
    },
    {
      method: "post",
      path: "/v1/account/two-factor/email",
      id: "enrolEmail",
      summary: "Start setting up codes by e-mail",
      caller: "fresh session",
      body: json(emptyBody),
      answers: { 202: { says: "A code is on its way. Nothing is active yet.", content: json(emailEnrolment) } },
      problems: ["mail_not_sent"],
    },
    {
      method: "post",
      path: "/v1/account/two-factor/email/{id}/confirm",
      id: "confirmEmailMethod",
      summary: "Confirm codes by e-mail",
      caller: "session",
      params: { id: "Of the set-up." },
      body: json(confirmMethodBody, { example: { code: "123456" } }),
      answers: { 200: { says: "E-mail is active.", content: json(methodConfirmed) } },
      problems: ["wrong_code", "code_expired", "not_found"],
    },
    {
      method: "patch",
      path: "/v1/account/two-factor",
      id: "preferMethod",
      summary: "Set the preferred method",
      caller: "session",
      body: json(preferMethodBody, { fields: { preferred: "The method's id." }, example: { preferred: id } }),
      answers: { 200: { says: "Sign-ins ask for it first.", content: json(account) } },
      problems: ["not_found"],
    },
    {
      method: "patch",
      path: "/v1/account/two-factor/{methodId}",
      id: "renameMethod",
      summary: "Rename a method",
      caller: "session",
      params: { methodId: "The method's id in the account." },
      body: json(renameMethodBody, { example: { name: "Phone" } }),
      answers: { 200: { says: "The account, with the new name.", content: json(account) } },
      problems: ["not_found"],
    },
    {
      method: "delete",
      path: "/v1/account/two-factor/{methodId}",
      id: "removeMethod",
      summary: "Remove a method",
      description: "With the last one two-factor is off, and the recovery codes are void.",
      caller: "stepped-up session",
      params: { methodId: "The method's id in the account." },
      answers: { 204: { says: "It is removed." } },
      problems: ["not_found"],
    },
    {
      method: "delete",
      path: "/v1/account/two-factor",
      id: "turnOffTwoFactor",
      summary: "Turn two-factor authentication off",
      caller: "stepped-up session",
      answers: { 204: { says: "All methods and recovery codes are gone." } },
    },
    {
      method: "post",
      path: "/v1/two-factor-reset/stop",
      id: "stopTwoFactorReset",
      summary: "Cancel a two-factor reset by its link",
      description: "For anyone with the link of the mail about the administrator's request.",
      caller: "anyone",
      body: json(signedLinkBody),
      answers: { 204: { says: "Stopped; two-factor stays on." } },
      problems: ["link_expired"],
    },
    {
      method: "post",
      path: "/v1/account/recovery-codes",
      id: "renewRecoveryCodes",
      summary: "Generate new recovery codes",
      description: "Only while two-factor is on. The old ones are void.",
      caller: "stepped-up session",
      answers: { 201: { says: "The new codes, shown this once.", content: json(newRecoveryCodes) } },
      problems: ["not_found"],
    },
  ],
};
