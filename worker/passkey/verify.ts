import type { D1PreparedStatement, D1Result } from "@cloudflare/workers-types";
import type { PasskeyProof } from "../../shared/contract/passkey.ts";
import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import type { Guard } from "../guard.ts";
import type { Proof } from "../proof.ts";
import type { World } from "../world.ts";
import type { ChallengeUse } from "./challenge/rules.ts";
import { spendChallenge, spentChallenge } from "./challenge/spend.ts";
import { relyingParty } from "./relying-party.ts";
import { passkeyAmr } from "./rules.ts";
import { counterIsBelow, findByCredential, noteUse, type PasskeyRow } from "./store.ts";
import { type VerifiedAssertion, verifyAssertion } from "./verify-assertion.ts";

/** Whose passkey it has to be. `anyone`: its own word for it, in a sign-in without a password. */
export type PasskeyHolder = { accountId: string } | "anyone";

/** A passkey whose counter went back, for who tells its owner. */
export interface CopiedPasskey {
  accountId: string;
  name: string;
}

/** Where the counters of passkeys are kept. */
export interface PasskeyPlace {
  isBelow: (id: string, signCount: number) => Guard;
  noteUse: (
    use: { id: string; signCount: number; backedUp: boolean; userVerified: boolean; now: number },
    guard: Guard,
  ) => D1PreparedStatement;
}

/**
 * Statements that read what judging a passkey's answer takes and spend its challenge, while `guard` holds; part of the batch that
 * takes the try. What they answered is `verifyPasskey`'s.
 */
export function passkeyToVerify(
  world: World,
  { id, response }: PasskeyProof,
  use: ChallengeUse,
  guard: Guard,
): D1PreparedStatement[] {
  return [spendChallenge(world, id, use, guard), findByCredential(world.db, response.id)];
}

/**
 * Judges a passkey's answer. Alone it has to be found without a password and to have verified the person, as it did
 * when it was made: then it is two factors by itself. The proof it answers is good while no later use of the passkey is
 * known. `tellCopied`: called where a genuine answer tells of a copy.
 */
export async function verifyPasskey(
  world: World,
  { response }: PasskeyProof,
  [challenge, found]: readonly (D1Result | undefined)[],
  {
    holder,
    tellCopied,
    place = { isBelow: counterIsBelow, noteUse: (use, guard) => noteUse(world.db, use, guard) },
  }: { holder: PasskeyHolder; tellCopied: (passkey: CopiedPasskey) => void; place?: PasskeyPlace },
): Promise<Outcome<Proof, "wrong_passkey" | "challenge_expired", { unknownCredential?: true }>> {
  const isExpectedChallenge = spentChallenge(challenge);
  if (!isExpectedChallenge) return fail("challenge_expired");
  const [row] = (found?.results ?? []) as unknown as PasskeyRow[];
  if (!row) return fail("wrong_passkey", holder === "anyone" ? { unknownCredential: true } : {});
  if (!isHeldBy(holder, row, response.response.userHandle || null)) return fail("wrong_passkey");
  const known = {
    credentialId: row.credential_id,
    publicKey: row.public_key,
    signCount: row.sign_count,
    backupEligible: row.backup_eligible === 1,
  };
  const requireUserVerification = holder === "anyone";
  const demands = { isExpectedChallenge, requireUserVerification };
  const verified = await verifyAssertion(relyingParty(world.settings), known, response, demands);
  if (verified.ok) return ok(proofOf(world, row, verified.value, place));
  if (verified.code === "counter_went_back") tellCopied({ accountId: row.account_id, name: row.name });
  return fail("wrong_passkey");
}

/** WebAuthn L3 7.2, step 6: the account by the handle, which is its id, where nothing else says who it is. */
function isHeldBy(holder: PasskeyHolder, row: PasskeyRow, userHandle: string | null): boolean {
  if (holder === "anyone") return userHandle === row.account_id && row.user_verified === 1;
  return row.account_id === holder.accountId && (userHandle === null || userHandle === holder.accountId);
}

function proofOf(
  world: World,
  { id, backup_eligible }: PasskeyRow,
  verified: VerifiedAssertion,
  { isBelow, noteUse }: PasskeyPlace,
): Proof {
  return {
    by: { kind: "passkey", id },
    amr: passkeyAmr(backup_eligible === 1),
    isGood: isBelow(id, verified.signCount),
    tell: async () => [],
    useUp: (isAllowed) => [noteUse({ id, ...verified, now: world.now }, isAllowed)],
  };
}
