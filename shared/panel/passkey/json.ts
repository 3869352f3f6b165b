import type {
  AssertionResponse,
  PasskeyCreation,
  PasskeyRequest,
  RegistrationResponse,
} from "../../contract/passkey.ts";

/*
 * What PublicKeyCredential.parseCreationOptionsFromJSON(), .parseRequestOptionsFromJSON() and .toJSON() do (WebAuthn L3,
 * 5.1.8 to 5.1.10), for what the service says and reads: Safari has them from 18.4 on, and passkeys since long before.
 */

/** The options for a new passkey, as `navigator.credentials.create()` takes them. */
export function creationOptions({ options }: PasskeyCreation): PublicKeyCredentialCreationOptions {
  const { challenge, user, excludeCredentials, ...rest } = options;
  return {
    ...rest,
    challenge: bytesOf(challenge),
    user: { ...user, id: bytesOf(user.id) },
    excludeCredentials: excludeCredentials.map(descriptorOf),
  };
}

/** The options for a passkey that is there, as `navigator.credentials.get()` takes them. */
export function requestOptions({ options }: PasskeyRequest): PublicKeyCredentialRequestOptions {
  const { challenge, allowCredentials, ...rest } = options;
  return { ...rest, challenge: bytesOf(challenge), allowCredentials: allowCredentials.map(descriptorOf) };
}

/** A new passkey, as the service reads it. */
export function registrationOf(credential: PublicKeyCredential): RegistrationResponse {
  const response = credential.response as AuthenticatorAttestationResponse;
  const { credProps } = credential.getClientExtensionResults();
  return {
    ...identityOf(credential),
    response: {
      clientDataJSON: textOf(response.clientDataJSON),
      attestationObject: textOf(response.attestationObject),
      transports: response.getTransports?.() ?? [],
    },
    clientExtensionResults: credProps ? { credProps: { rk: credProps.rk } } : {},
  };
}

/** What a passkey signed, as the service reads it. */
export function assertionOf(credential: PublicKeyCredential): AssertionResponse {
  const response = credential.response as AuthenticatorAssertionResponse;
  return {
    ...identityOf(credential),
    response: {
      clientDataJSON: textOf(response.clientDataJSON),
      authenticatorData: textOf(response.authenticatorData),
      signature: textOf(response.signature),
      userHandle: response.userHandle ? textOf(response.userHandle) : null,
    },
  };
}

function identityOf({ rawId }: PublicKeyCredential) {
  const id = textOf(rawId);
  return { id, rawId: id, type: "public-key" as const };
}

function descriptorOf({ id, type, transports }: PasskeyRequest["options"]["allowCredentials"][number]) {
  return { id: bytesOf(id), type, transports: transports as AuthenticatorTransport[] };
}

/** The bytes of a base64url text without padding. */
function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (character) => character.charCodeAt(0));
}

/** Bytes as base64url without padding. */
function textOf(bytes: ArrayBuffer): string {
  const binary = [...new Uint8Array(bytes)].map((byte) => String.fromCharCode(byte)).join("");
  return btoa(binary).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}
