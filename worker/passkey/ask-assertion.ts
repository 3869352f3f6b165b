import type { PasskeyRequest } from "../../shared/contract/passkey.ts";
import type { World } from "../world.ts";
import type { ChallengeToAsk } from "./challenge/ask.ts";
import type { PasskeyDescriptor } from "./list.ts";

/** The request to the browser for a challenge that was asked: one of `passkeys`, or whichever the person chooses. */
export function assertionRequest(
  world: World,
  { id, challenge, expiresAt, timeout }: ChallengeToAsk,
  passkeys: PasskeyDescriptor[] | "any",
): PasskeyRequest {
  return {
    id,
    expiresAt,
    options: {
      challenge,
      rpId: world.settings.passkeyRpId,
      timeout,
      allowCredentials: passkeys === "any" ? [] : passkeys,
      // Alone it is both factors; beside a password, or a session, that the person holds it is enough.
      userVerification: passkeys === "any" ? "required" : "preferred",
    },
  };
}
