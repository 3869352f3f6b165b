import type { RegistrationResponse } from "../../shared/contract/passkey.ts";
import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import { fromBase64Url, toBase64Url } from "../crypto/base64.ts";
import { isFramed } from "./client-data.ts";
import type { RelyingParty } from "./relying-party.ts";
import { algorithms } from "./rules.ts";

/** A new credential that was made for us, as it is stored. */
export interface VerifiedRegistration {
  credentialId: string;
  publicKey: string;
  signCount: number;
  transports: string[];
  backupEligible: boolean;
  backedUp: boolean;
  userVerified: boolean;
  /** null where the browser did not say. */
  discoverable: boolean | null;
  aaguid: string;
}

/** Whether a challenge, as the authenticator has it, is the one that was asked. */
export type IsExpectedChallenge = (challenge: string) => Promise<boolean>;

/**
 * Checks a new credential (WebAuthn L3 7.1). Whatever is wrong with it is one refusal: the library throws at the first
 * thing that is, and no honest browser sends any.
 */
export async function verifyRegistration(
  party: RelyingParty,
  isExpectedChallenge: IsExpectedChallenge,
  response: RegistrationResponse,
): Promise<Outcome<VerifiedRegistration, "passkey_rejected">> {
  try {
    if (isFramed(response.response.clientDataJSON)) return fail("passkey_rejected");
    if (!(await hasAcceptedAttestation(response.response.attestationObject))) return fail("passkey_rejected");
    // Only who uses a passkey waits for the library to be read in.
    const { verifyRegistrationResponse } = await import("@simplewebauthn/server");
    const verified = await verifyRegistrationResponse({
      response: { ...response, clientExtensionResults: {} },
      expectedChallenge: isExpectedChallenge,
      expectedOrigin: party.origins,
      expectedRPID: party.id,
      requireUserVerification: false,
      supportedAlgorithmIDs: algorithms,
    });
    if (!verified.verified) return fail("passkey_rejected");
    const { credential, userVerified, credentialDeviceType, credentialBackedUp, aaguid } = verified.registrationInfo;
    if (credential.id !== response.id) return fail("passkey_rejected");
    return ok({
      credentialId: credential.id,
      publicKey: toBase64Url(credential.publicKey),
      signCount: credential.counter,
      transports: response.response.transports ?? [],
      backupEligible: credentialDeviceType === "multiDevice",
      backedUp: credentialBackedUp,
      userVerified,
      discoverable: response.clientExtensionResults?.credProps?.rk ?? null,
      aaguid,
    });
  } catch {
    return fail("passkey_rejected");
  }
}

/**
 * Whether the attestation is one of the two that a browser may hand on when none was asked for (WebAuthn L3 5.4.7):
 * none, or the credential's signature by itself, of its own algorithm. See docs/decisions/081.
 */
async function hasAcceptedAttestation(attestationObject: string): Promise<boolean> {
  const { decodeAttestationObject, decodeCredentialPublicKey, parseAuthenticatorData, cose } = await import(
    "@simplewebauthn/server/helpers"
  );
  const decoded = decodeAttestationObject(fromBase64Url(attestationObject));
  if (decoded.get("fmt") === "none") return true;
  const { credentialPublicKey } = parseAuthenticatorData(decoded.get("authData"));
  const statement = decoded.get("attStmt");
  if (decoded.get("fmt") !== "packed" || statement.get("x5c") !== undefined || !credentialPublicKey) return false;
  return statement.get("alg") === decodeCredentialPublicKey(credentialPublicKey).get(cose.COSEKEYS.alg);
}
