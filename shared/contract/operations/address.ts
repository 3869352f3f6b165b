import { account, changeEmailBody, confirmEmailBody } from "../account.ts";
import { emailCodeSent } from "../email-code.ts";
import { passkeyRequest } from "../passkey.ts";
import { signedLinkBody } from "../signed-link.ts";
import { undoEmailBody } from "../undo-email.ts";
import { json } from "./content.ts";
import type { Operation } from "./operation.ts";

/** Moving an account to another address, and back. */
export const addressOperations: Operation[] = [
  {
    method: "put",
    path: "/v1/account/email",
    id: "changeEmail",
    summary: "Change the e-mail address",
    description:
      "Mails a code to the new address and tells the old one. A taken address gets the same answer, and its owner a mail that says so.",
    caller: "stepped-up session",
    body: json(changeEmailBody, { example: { newEmail: "eva@example.com" } }),
    answers: { 202: { says: "A code is on its way to the new address.", content: json(emailCodeSent) } },
    problems: ["mail_not_sent"],
  },
  {
    method: "post",
    path: "/v1/account/email/confirm",
    id: "confirmEmail",
    summary: "Verify the new e-mail address",
    description: "The old address gets a mail with a link that undoes it for seven days.",
    caller: "stepped-up session",
    body: json(confirmEmailBody, { example: { code: "123456" } }),
    answers: { 200: { says: "The account has its new address.", content: json(account) } },
    problems: ["wrong_code", "code_expired"],
  },
  {
    method: "post",
    path: "/v1/account/email/undo",
    id: "undoEmailChange",
    summary: "Undo a change of e-mail address",
    description:
      "For anyone who has the link of the mail to the old address. Ends all sessions, asks for a new password and suspends recent changes. While an app or a passkey is left that was there before the disputed time, it takes a code of the app, the passkey's answer or a recovery code too: `step_up_required` says which. Mailed codes don't count.",
    caller: "anyone",
    body: json(undoEmailBody),
    answers: { 204: { says: "The account has its old address again." } },
    problems: [
      "link_expired",
      "step_up_required",
      "wrong_code",
      "code_expired",
      "wrong_passkey",
      "challenge_expired",
      "method_disabled",
      "method_unavailable",
    ],
  },
  {
    method: "post",
    path: "/v1/account/email/undo/passkey/options",
    id: "askUndoPasskey",
    summary: "Get passkey options to undo a change of e-mail address",
    description: "One that was there before the disputed time. Its answer goes back with the link.",
    caller: "anyone",
    body: json(signedLinkBody),
    answers: { 200: { says: "What the browser is asked.", content: json(passkeyRequest) } },
    problems: ["link_expired", "not_found"],
  },
];
