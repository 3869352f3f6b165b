import { account, passkeyTraits } from "../account.ts";
import { emptyBody } from "../empty-body.ts";
import {
  passkeyAdded,
  passkeyCreation,
  passkeyRequest,
  passkeySignal,
  passkeys,
  registerPasskeyBody,
  relatedOrigins,
  renamePasskeyBody,
} from "../passkey.ts";
import { signInAnswer, signInPasskeyBody, signInPasskeyOptionsBody } from "../sign-in.ts";
import { passkeysOnlyBody } from "../two-factor.ts";
import { json } from "./content.ts";
import type { Feature } from "./operation.ts";
import { answered } from "./shape.ts";

const ceremony = "For `parseRequestOptionsFromJSON()`; `id` goes back with what the browser answers.";

export const passkeyFeature: Feature = {
  name: "passkey",
  title: "Passkeys",
  about:
    "WebAuthn: options for the browser, and what its `toJSON()` says of the credential. As a second step, or without a password where the passkey verifies its person.",
  shapes: {
    PasskeyCreation: answered(passkeyCreation, "What `parseCreationOptionsFromJSON()` accepts. Works once."),
    PasskeyRequest: answered(passkeyRequest, "What `parseRequestOptionsFromJSON()` accepts. Works once."),
    PasskeySignal: answered(passkeySignal, "What the browser's Signal API is told."),
    PasskeyTraits: answered(passkeyTraits, "What a passkey can do, and where it is.", {
      provider: "What keeps it; null where that is not known.",
      synced: "Whether it may be on several devices of its owner.",
      passwordless: "Whether it signs in without the password.",
    }),
    Passkeys: answered(passkeys, "The account's passkeys, with what to tell the browser of them."),
    PasskeyAdded: answered(passkeyAdded, "The passkey is active."),
  },
  operations: [
    {
      method: "get",
      path: "/v1/account/passkeys",
      id: "listPasskeys",
      summary: "List passkeys",
      caller: "session",
      answers: { 200: { says: "All of them.", content: json(passkeys) } },
    },
    {
      method: "post",
      path: "/v1/account/passkeys/options",
      id: "askPasskeyCreation",
      summary: "Get options for a new passkey",
      caller: "fresh session",
      body: json(emptyBody),
      answers: { 200: { says: "For the browser. Nothing is active yet.", content: json(passkeyCreation) } },
    },
    {
      method: "post",
      path: "/v1/account/passkeys",
      id: "addPasskey",
      summary: "Add a passkey",
      caller: "fresh session",
      body: json(registerPasskeyBody),
      answers: { 201: { says: "It is active.", content: json(passkeyAdded) } },
      problems: ["challenge_expired", "passkey_rejected"],
    },
    {
      method: "patch",
      path: "/v1/account/passkeys/{id}",
      id: "renamePasskey",
      summary: "Rename a passkey",
      caller: "session",
      params: { id: "The passkey's id." },
      body: json(renamePasskeyBody),
      answers: { 200: { says: "The account, with the new name.", content: json(account) } },
      problems: ["not_found"],
    },
    {
      method: "put",
      path: "/v1/account/two-factor/passkeys-only",
      id: "setPasskeysOnly",
      summary: "Turn “Only allow passkeys” on or off",
      description: "Codes of apps and e-mails then neither sign in nor step up; recovery codes still do.",
      caller: "stepped-up session",
      body: json(passkeysOnlyBody),
      answers: { 200: { says: "The account, as it is now.", content: json(account) } },
      problems: ["not_found"],
    },
    {
      method: "post",
      path: "/v1/sign-in/passkey/options",
      id: "askSignInPasskey",
      summary: "Get options for a sign-in with a passkey",
      description:
        "With `signIn` as its second factor. Without it, any passkey that the person chooses, and no password.",
      caller: "anyone",
      body: json(signInPasskeyOptionsBody),
      answers: { 200: { says: ceremony, content: json(passkeyRequest) } },
      problems: ["sign_in_expired", "not_found", "too_many_attempts", "method_disabled"],
    },
    {
      method: "post",
      path: "/v1/sign-in/passkey",
      id: "signInByPasskey",
      summary: "Sign in with a passkey",
      caller: "anyone",
      headers: ["Latchkey-Session", "Latchkey-Device"],
      body: json(signInPasskeyBody),
      answers: { 200: { says: "Signed in, or what is asked for next.", content: json(signInAnswer) } },
      problems: [
        "wrong_passkey",
        "challenge_expired",
        "sign_in_expired",
        "account_disabled",
        "password_reset_required",
        "too_many_attempts",
        "method_disabled",
      ],
    },
    {
      method: "post",
      path: "/v1/step-up/passkey/options",
      id: "askStepUpPasskey",
      summary: "Get options for a step-up with a passkey",
      caller: "session",
      body: json(emptyBody),
      answers: { 200: { says: ceremony, content: json(passkeyRequest) } },
      problems: ["not_found", "step_up_required"],
    },
    {
      method: "get",
      path: "/.well-known/webauthn",
      id: "relatedOrigins",
      summary: "Get the related origins for passkeys",
      description: "For browsers: WebAuthn's related origins.",
      caller: "anyone",
      answers: { 200: { says: "Their origins.", content: json(relatedOrigins) } },
    },
  ],
};
