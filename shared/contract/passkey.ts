import * as v from "valibot";
import { method } from "./account.ts";
import { methodNameLimit } from "./limits.ts";
import { timestamp } from "./timestamp.ts";
import { methodConfirmed } from "./two-factor.ts";

/** Base64url without padding, so many characters at most. */
const base64Url = (longest: number) => v.pipe(v.string(), v.maxLength(longest), v.regex(/^[\w-]+$/));

/** A credential's id: 1023 bytes at most (WebAuthn L3 4, Credential ID). */
const credentialId = base64Url(1364);

/** The id that came with the options; what is signed is bound to it. */
const challengeId = v.pipe(v.string(), v.minLength(1), v.maxLength(64));

const passkeyName = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(methodNameLimit));

/** What `PublicKeyCredential.toJSON()` says of a new credential; members that are not named here are dropped. */
export const registrationResponse = v.object({
  id: credentialId,
  rawId: credentialId,
  type: v.literal("public-key"),
  response: v.object({
    clientDataJSON: base64Url(4096),
    attestationObject: base64Url(8192),
    transports: v.optional(v.pipe(v.array(v.pipe(v.string(), v.regex(/^[a-z-]{1,32}$/))), v.maxLength(10))),
  }),
  clientExtensionResults: v.optional(v.object({ credProps: v.optional(v.object({ rk: v.optional(v.boolean()) })) })),
});
export type RegistrationResponse = v.InferOutput<typeof registrationResponse>;

/** What it says of a credential's signature. */
export const assertionResponse = v.object({
  id: credentialId,
  rawId: credentialId,
  type: v.literal("public-key"),
  response: v.object({
    clientDataJSON: base64Url(4096),
    authenticatorData: base64Url(4096),
    signature: base64Url(4096),
    /** Empty counts as none. */
    userHandle: v.nullish(v.pipe(v.string(), v.maxLength(86), v.regex(/^[\w-]*$/))),
  }),
});
export type AssertionResponse = v.InferOutput<typeof assertionResponse>;

export const registerPasskeyBody = v.object({
  id: challengeId,
  /** Default: the name of what stores the passkey. */
  name: v.optional(passkeyName),
  response: registrationResponse,
});

export const renamePasskeyBody = v.object({ name: passkeyName });

/** A passkey's answer to a challenge. */
export const passkeyProof = v.object({ id: challengeId, response: assertionResponse });
export type PasskeyProof = v.InferOutput<typeof passkeyProof>;

const descriptor = v.object({ id: v.string(), type: v.literal("public-key"), transports: v.array(v.string()) });

/** For `PublicKeyCredential.parseCreationOptionsFromJSON()`, with the id to send back; works once, until `expiresAt`. */
export const passkeyCreation = v.object({
  id: v.string(),
  expiresAt: timestamp,
  options: v.object({
    rp: v.object({ id: v.string(), name: v.string() }),
    user: v.object({ id: v.string(), name: v.string(), displayName: v.string() }),
    challenge: v.string(),
    pubKeyCredParams: v.array(v.object({ type: v.literal("public-key"), alg: v.number() })),
    timeout: v.number(),
    excludeCredentials: v.array(descriptor),
    authenticatorSelection: v.object({ residentKey: v.literal("preferred"), userVerification: v.literal("preferred") }),
    attestation: v.literal("none"),
    extensions: v.object({ credProps: v.literal(true) }),
  }),
});
export type PasskeyCreation = v.InferOutput<typeof passkeyCreation>;

/** For `PublicKeyCredential.parseRequestOptionsFromJSON()`, likewise. */
export const passkeyRequest = v.object({
  id: v.string(),
  expiresAt: timestamp,
  options: v.object({
    challenge: v.string(),
    rpId: v.string(),
    timeout: v.number(),
    /** Empty for a sign-in without a password: any passkey that the person chooses. */
    allowCredentials: v.array(descriptor),
    userVerification: v.picklist(["required", "preferred"]),
  }),
});
export type PasskeyRequest = v.InferOutput<typeof passkeyRequest>;

/** What the browser's Signal API is told: which passkeys are still good, and what their owner is called now. */
export const passkeySignal = v.object({
  rpId: v.string(),
  userId: v.string(),
  name: v.string(),
  displayName: v.string(),
  allAcceptedCredentialIds: v.array(v.string()),
});
export type PasskeySignal = v.InferOutput<typeof passkeySignal>;

/** The account's passkeys, with what to tell the browser of them. */
export const passkeys = v.object({ passkeys: v.array(method), signal: passkeySignal });
export type Passkeys = v.InferOutput<typeof passkeys>;

/** A passkey is active now; recovery codes come with the first method only. */
export const passkeyAdded = v.object({ ...methodConfirmed.entries, signal: passkeySignal });
export type PasskeyAdded = v.InferOutput<typeof passkeyAdded>;

/** `/.well-known/webauthn`, as browsers read it (WebAuthn L3 5.11). */
export const relatedOrigins = v.object({ origins: v.array(v.string()) });
