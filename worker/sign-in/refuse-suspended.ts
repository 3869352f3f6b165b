import type { D1Result } from "@cloudflare/workers-types";
import type { PasskeyProof } from "../../shared/contract/passkey.ts";
import type { ProblemDetails } from "../../shared/contract/problem.ts";
import { fail, type Outcome } from "../../shared/outcome.ts";
import type { AccountWithPassword } from "../account/read.ts";
import { verifyPasskey } from "../passkey/verify.ts";
import { passwordIsVoid } from "../password/hash.ts";
import { disputedStateOf, suspendedPasskeyPlace } from "../set-aside/suspended/proofs.ts";
import { tellCopiedPasskey } from "../two-factor/tell-copied-passkey.ts";
import type { World } from "../world.ts";

/** The reset that waits for an account, for somebody who has a right proof of it (promise S10). */
export function waitingReset({ account }: AccountWithPassword): ProblemDetails {
  const waiting = account.waiting.find(({ type }) => type === "password_reset");
  return waiting ? { waiting } : {};
}

/**
 * What somebody is answered who signs in by a passkey that is disputed: where it is suspended and its answer right, that a
 * new password is due and which one waits. Else it is wrong, and the browser is not told to forget it: it may be given
 * back. Null for a passkey that nobody disputes.
 */
export async function refuseSuspendedPasskey(
  world: World,
  proof: PasskeyProof,
  { challenge, disputed }: { challenge: D1Result | undefined; disputed: D1Result | undefined },
  found: AccountWithPassword | null,
): Promise<Outcome<never, "wrong_passkey" | "password_reset_required", ProblemDetails> | null> {
  const state = disputedStateOf(disputed);
  if (state === null) return null;
  if (state === "removed" || !found) return fail("wrong_passkey");
  const verified = await verifyPasskey(world, proof, [challenge, disputed], {
    holder: "anyone",
    tellCopied: tellCopiedPasskey.bind(null, world),
    place: suspendedPasskeyPlace(world),
  });
  const details = waitingReset(found);
  const isDue = passwordIsVoid(found.passwordHash) || details.waiting !== undefined;
  return verified.ok && isDue ? fail("password_reset_required", details) : fail("wrong_passkey");
}
