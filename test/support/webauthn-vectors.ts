import { decode, encode } from "cborg";
import type { AssertionResponse, RegistrationResponse } from "../../shared/contract/passkey.ts";
import { toBase64Url } from "../../worker/crypto/base64.ts";
import data from "../data/webauthn-l3-vectors.json";
import { fromHex } from "./software-authenticator.ts";

export type Vector = (typeof data.vectors)[number];

/** WebAuthn Level 3, section 16, one vector by its section. */
export function vector(section: string): Vector {
  const found = data.vectors.find((each) => each.section === section);
  if (!found) throw new Error(`there is no vector ${section}`);
  return found;
}

/** Whom the vectors are for. */
export const party = { id: data.rpId, origins: [data.origin] };

/** Hexadecimal text in base64url. */
export const base64Url = (hex: string) => toBase64Url(fromHex(hex));

/** Whether a challenge is that of the vector. */
export const challengeOf = (hex: string) => async (challenge: string) => challenge === base64Url(hex);

/** The vector's registration, as a browser's JSON; `bare`: its authenticator data with no attestation about it. */
export function registrationOf({ registration }: Vector, bare = false): RegistrationResponse {
  const { credentialId, clientDataJSON, attestationObject } = registration;
  const whole = fromHex(attestationObject);
  const none = () => new Uint8Array(encode({ fmt: "none", attStmt: {}, authData: authDataOf(whole) }));
  return {
    id: base64Url(credentialId),
    rawId: base64Url(credentialId),
    type: "public-key",
    response: { clientDataJSON: base64Url(clientDataJSON), attestationObject: toBase64Url(bare ? none() : whole) },
  };
}

/** The passkey that the vector's registration makes. */
export function passkeyOf({ registration }: Vector) {
  const data = authDataOf(fromHex(registration.attestationObject));
  const idLength = new DataView(data.buffer).getUint16(53);
  return {
    credentialId: base64Url(registration.credentialId),
    publicKey: toBase64Url(data.slice(55 + idLength)),
    signCount: 0,
    backupEligible: ((data[32] ?? 0) & 8) !== 0,
  };
}

/** The vector's authentication, as a browser's JSON. */
export function assertionOf({ registration, authentication }: Vector): AssertionResponse {
  const { clientDataJSON, authenticatorData, signature } = authentication;
  return {
    id: base64Url(registration.credentialId),
    rawId: base64Url(registration.credentialId),
    type: "public-key",
    response: {
      clientDataJSON: base64Url(clientDataJSON),
      authenticatorData: base64Url(authenticatorData),
      signature: base64Url(signature),
    },
  };
}

function authDataOf(attestationObject: Uint8Array): Uint8Array<ArrayBuffer> {
  const { authData } = decode(attestationObject) as { authData: Uint8Array };
  return new Uint8Array(authData);
}
