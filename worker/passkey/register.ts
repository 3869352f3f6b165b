import type { D1PreparedStatement } from "@cloudflare/workers-types";
import type { RegistrationResponse } from "../../shared/contract/passkey.ts";
import type { Amr } from "../../shared/contract/session.ts";
import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import { randomId } from "../crypto/random.ts";
import { always, type Guard } from "../guard.ts";
import type { CurrentSession } from "../session/rules.ts";
import type { World } from "../world.ts";
import { spendChallenge, spentChallenge } from "./challenge/spend.ts";
import { relyingParty } from "./relying-party.ts";
import { passkeyAmr, passkeysAtMost, providerName } from "./rules.ts";
import { credentialIsNew, insertPasskey, passkeyExists } from "./store.ts";
import { verifyRegistration } from "./verify-registration.ts";

/** A passkey that was made: `statement` makes it active, and answers a row where it was the one to do so. */
export interface RegisteredPasskey {
  id: string;
  type: "passkey";
  amr: Amr[];
  name: string;
  statement: D1PreparedStatement;
  isWaiting: Guard;
  isActive: Guard;
}

/**
 * Checks a new passkey, which answers a challenge of this very session. Without a name it gets that of what keeps it, or `unnamed`.
 * `passkey_rejected`: it is not what was asked for, some account has it, or there are too many.
 */
export async function registerPasskey(
  world: World,
  session: CurrentSession,
  { id, name, unnamed, response }: { id: string; name?: string; unnamed: string; response: RegistrationResponse },
): Promise<Outcome<RegisteredPasskey, "challenge_expired" | "passkey_rejected">> {
  const accountId = session.account.id;
  const use = { purpose: "register", subject: session.id } as const;
  const isExpectedChallenge = spentChallenge(await spendChallenge(world, id, use, always).all());
  if (!isExpectedChallenge) return fail("challenge_expired");
  const verified = await verifyRegistration(relyingParty(world.settings), isExpectedChallenge, response);
  if (!verified.ok) return verified;
  const made = verified.value;
  const row = {
    id: randomId(world.random),
    account_id: accountId,
    credential_id: made.credentialId,
    public_key: made.publicKey,
    sign_count: made.signCount,
    transports: JSON.stringify(made.transports),
    backup_eligible: made.backupEligible,
    backed_up: made.backedUp,
    user_verified: made.userVerified,
    discoverable: made.discoverable,
    aaguid: made.aaguid,
    name: name ?? providerName(made.aaguid) ?? unnamed,
    now: world.now,
  };
  const isWaiting = credentialIsNew(accountId, made.credentialId, passkeysAtMost);
  return ok({
    id: row.id,
    type: "passkey",
    amr: passkeyAmr(made.backupEligible),
    name: row.name,
    statement: insertPasskey(world.db, row, isWaiting),
    isWaiting,
    isActive: passkeyExists(accountId, row.id),
  });
}
