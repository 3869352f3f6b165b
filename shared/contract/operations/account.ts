import {
  account,
  accountExport,
  createAccountBody,
  emailChange,
  ownAccount,
  profileBody,
  resendVerificationBody,
  verificationSent,
  verifyAccountBody,
} from "../account.ts";
import { emptyBody } from "../empty-body.ts";
import { sessionAnswer } from "../sign-in.ts";
import { signedLink } from "../signed-link.ts";
import { verification } from "../verification.ts";
import { waitingChange } from "../waiting.ts";
import { addressOperations } from "./address.ts";
import { json } from "./content.ts";
import { ana, anaEmail, anaPassword, id, session, soon } from "./example.ts";
import type { Feature } from "./operation.ts";
import { answered, asked } from "./shape.ts";

export const accountFeature: Feature = {
  name: "account",
  title: "Accounts",
  about: "Make an account and prove its address; read, export and delete it; move it to another address.",
  shapes: {
    Account: answered(
      account,
      "An account as its owner sees it.",
      { passwordChangedAt: "When its password was set last." },
      ana,
    ),
    AccountExport: answered(accountExport, "All that is stored on an account; no secret, hash or code is in it.", {
      version: "Grows when the form changes.",
    }),
    EmailChange: answered(emailChange, "A change of the account's address."),
    WaitingChange: answered(
      waitingChange,
      "Something that takes effect at `until` unless it is stopped; a change of address waits for its code until then.",
    ),
    Verification: answered(verification, "A code was mailed: by `id` it comes back.", {
      id: "Send it back with the code.",
    }),
    SignedLink: asked(signedLink, "What stands after `?link=` in the link of a mail."),
  },
  operations: [
    {
      method: "post",
      path: "/v1/accounts",
      id: "createAccount",
      summary: "Create an account",
      description:
        "Mails a code to the address; the account exists once it comes back. A taken address gets the same answer, and its owner a mail that says so.",
      caller: "anyone",
      body: json(createAccountBody, {
        fields: { locale: "The language of mails; that of the request where it is missing." },
        example: { email: anaEmail, password: anaPassword, locale: "en" },
      }),
      answers: {
        202: {
          says: "A code is on its way.",
          content: json(verificationSent, { example: { verification: { id, expiresAt: soon } } }),
        },
      },
      problems: ["password_rejected", "mail_not_sent"],
    },
    {
      method: "post",
      path: "/v1/accounts/verify",
      id: "verifyAccount",
      summary: "Verify the e-mail of a new account",
      caller: "anyone",
      headers: ["Latchkey-Session"],
      body: json(verifyAccountBody, { example: { id, code: "123456" } }),
      answers: {
        201: {
          says: "The account exists and is signed in.",
          content: json(sessionAnswer, { example: { status: "complete", account: ana, session } }),
        },
      },
      problems: ["wrong_code", "code_expired"],
    },
    {
      method: "post",
      path: "/v1/accounts/verification",
      id: "resendVerification",
      summary: "Resend the code of a new account",
      caller: "anyone",
      body: json(resendVerificationBody, { example: { id } }),
      answers: { 202: { says: "A new code is on its way; the older ones are void.", content: json(verificationSent) } },
      problems: ["code_expired", "mail_not_sent"],
    },
    {
      method: "get",
      path: "/v1/account",
      id: "getAccount",
      summary: "Get the account",
      caller: "session",
      answers: {
        200: {
          says: "The account, with what the settings of the service say to everybody.",
          content: json(ownAccount),
        },
      },
    },
    {
      method: "patch",
      path: "/v1/account",
      id: "setProfile",
      summary: "Update the profile",
      description: "What is missing stays as it is.",
      caller: "session",
      body: json(profileBody, {
        fields: { locale: "The language of mails.", displayName: "What the person is called; null takes it away." },
        example: { locale: "es", displayName: "Ana" },
      }),
      answers: { 200: { says: "The account, as it is now.", content: json(account) } },
    },
    {
      method: "get",
      path: "/v1/account/export",
      id: "exportAccount",
      summary: "Export the account's data",
      caller: "stepped-up session",
      answers: { 200: { says: "All of it.", content: json(accountExport) } },
    },
    {
      method: "delete",
      path: "/v1/account",
      id: "deleteAccount",
      summary: "Delete the account",
      description:
        "Ends every session. Every row of the account goes after `DELETION_DAYS` (7), or immediately where that is 0; a mail says when. Until then `Account.waiting` has `deletion`, and a sign-in begun since is step-up enough to stop it.",
      caller: "stepped-up session",
      body: json(emptyBody),
      answers: { 204: { says: "It is gone, or will be." } },
    },
    ...addressOperations,
    {
      method: "delete",
      path: "/v1/account/waiting/{id}",
      id: "stopWaiting",
      summary: "Cancel a pending change",
      description:
        "Stops a password reset, a change of address or an administrator's two-factor reset that waits, as `Account.waiting` lists it. The step-up must have begun after it: `step_up_required` otherwise, also where the session is stepped up.",
      caller: "stepped-up session",
      params: { id: "Its id in `Account.waiting`." },
      answers: { 204: { says: "It is stopped." } },
      problems: ["not_found"],
    },
  ],
};
