import type { PasskeyCreation } from "../../shared/contract/passkey.ts";
import { type Outcome, ok } from "../../shared/outcome.ts";
import { always, known } from "../guard.ts";
import { limitChanges } from "../mail/limit-changes.ts";
import type { CurrentSession } from "../session/rules.ts";
import type { World } from "../world.ts";
import { askChallenge } from "./challenge/ask.ts";
import { descriptorsOf, passkeysToList } from "./list.ts";
import { algorithms } from "./rules.ts";

/** The name of the service, as the browser shows it beside the passkey. */
const serviceName = "Latchkey";

/**
 * Asks for a new passkey, for this session alone. One that can be found without a password and that verifies the person is
 * preferred; a plain security key is taken too, and is a second step only. `too_many_attempts`: ten methods were added
 * within a day, so it could not be kept (promises G7, G8).
 */
export async function askRegistration(
  world: World,
  { id, account }: CurrentSession,
): Promise<Outcome<PasskeyCreation, "too_many_attempts", { retryAfter: number }>> {
  const use = { purpose: "register", subject: id } as const;
  const asked = await askChallenge(world, use, known(account.id), always);
  const change = { accountId: account.id, kind: "method_added" } as const;
  const begun = await limitChanges(world, change, [passkeysToList(world, known(account.id)), ...asked.statements]);
  if (!begun.ok) return begun;
  const [passkeys] = begun.value;
  return ok({
    id: asked.id,
    expiresAt: asked.expiresAt,
    options: {
      rp: { id: world.settings.passkeyRpId, name: serviceName },
      // The handle is the account's id: random bytes, which tell nothing of the person (WebAuthn L3 14.6.1).
      user: { id: account.id, name: account.email, displayName: account.email },
      challenge: asked.challenge,
      pubKeyCredParams: algorithms.map((alg) => ({ type: "public-key", alg })),
      timeout: asked.timeout,
      excludeCredentials: descriptorsOf(passkeys),
      authenticatorSelection: { residentKey: "preferred", userVerification: "preferred" },
      attestation: "none",
      extensions: { credProps: true },
    },
  });
}
