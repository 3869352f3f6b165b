import type { AssertionResponse } from "../../shared/contract/passkey.ts";
import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import { fromBase64Url } from "../crypto/base64.ts";
import { isFramed } from "./client-data.ts";
import type { RelyingParty } from "./relying-party.ts";
import { counterWentBack } from "./rules.ts";
import type { IsExpectedChallenge } from "./verify-registration.ts";

/** What is known of a passkey before it signs. */
export interface KnownPasskey {
  credentialId: string;
  publicKey: string;
  signCount: number;
  backupEligible: boolean;
}

/** What a passkey's signature says. */
export interface VerifiedAssertion {
  signCount: number;
  backedUp: boolean;
  userVerified: boolean;
}

/**
 * Checks a passkey's signature over a challenge (WebAuthn L3 7.2). Whatever is wrong with it is one refusal, but for a
 * counter that went back in what is otherwise all right: then somebody may have a copy of the key.
 */
export async function verifyAssertion(
  party: RelyingParty,
  passkey: KnownPasskey,
  response: AssertionResponse,
  {
    isExpectedChallenge,
    requireUserVerification,
  }: { isExpectedChallenge: IsExpectedChallenge; requireUserVerification: boolean },
): Promise<Outcome<VerifiedAssertion, "wrong_passkey" | "counter_went_back">> {
  try {
    if (isFramed(response.response.clientDataJSON)) return fail("wrong_passkey");
    const { verifyAuthenticationResponse } = await import("@simplewebauthn/server");
    const { clientDataJSON, authenticatorData, signature } = response.response;
    const verified = await verifyAuthenticationResponse({
      response: { ...response, response: { clientDataJSON, authenticatorData, signature }, clientExtensionResults: {} },
      expectedChallenge: isExpectedChallenge,
      expectedOrigin: party.origins,
      expectedRPID: party.id,
      // The library compares counters before it looks at the signature; here only a genuine one may tell of a copy.
      credential: { id: passkey.credentialId, publicKey: fromBase64Url(passkey.publicKey), counter: 0 },
      requireUserVerification,
    });
    const { newCounter, credentialDeviceType, credentialBackedUp, userVerified } = verified.authenticationInfo;
    const isSameKind = (credentialDeviceType === "multiDevice") === passkey.backupEligible;
    if (!verified.verified || !isSameKind) return fail("wrong_passkey");
    if (counterWentBack(passkey.signCount, newCounter)) return fail("counter_went_back");
    return ok({ signCount: newCounter, backedUp: credentialBackedUp, userVerified });
  } catch {
    return fail("wrong_passkey");
  }
}
