import type { D1PreparedStatement } from "@cloudflare/workers-types";
import type { PasskeyProof } from "../../shared/contract/passkey.ts";
import type { ProblemDetails } from "../../shared/contract/problem.ts";
import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import {
  type AccountWithPassword,
  accountOfResult,
  accountWithPasswordOf,
  findAccountStatement,
  readAccountStatement,
} from "../account/read.ts";
import { always, both, firstOf, known } from "../guard.ts";
import { accountOfCredential } from "../passkey/store.ts";
import { passkeyToVerify, verifyPasskey } from "../passkey/verify.ts";
import { passwordIsVoid } from "../password/hash.ts";
import { allowEmailStep, passwordIsStill } from "../password/store.ts";
import type { Proof } from "../proof.ts";
import { accountOfSuspendedPasskey, disputedPasskeyToVerify } from "../set-aside/suspended/store.ts";
import { networkMac } from "../throttle/key.ts";
import { passkeyTries } from "../throttle/rules.ts";
import { forgiveSecondFactor } from "../throttle/second-factor.ts";
import { takeTryBack } from "../throttle/store.ts";
import { tryToTake } from "../throttle/take-try.ts";
import { tellCopiedPasskey } from "../two-factor/tell-copied-passkey.ts";
import type { World } from "../world.ts";
import { beginSession } from "./begin-session.ts";
import type { CompletedSignIn } from "./complete.ts";
import { refuseSuspendedPasskey, waitingReset } from "./refuse-suspended.ts";

type Refusal =
  | "wrong_passkey"
  | "challenge_expired"
  | "account_disabled"
  | "password_reset_required"
  | "too_many_attempts";

/**
 * Signs in by a passkey alone, which is both factors (NIST SP 800-63B-4 2.2.1): it was found without a name or a password, and it has
 * verified the person. Where the owner reported a break-in, it waits for the new password as everything else does.
 */
export async function startSignInByPasskey(
  world: World,
  proof: PasskeyProof,
): Promise<Outcome<CompletedSignIn, Refusal, ProblemDetails>> {
  const network = await networkMac(world);
  const key = `passkey:network:${network}`;
  const attempt = network === null ? null : tryToTake(world, [{ key: known(key), policy: passkeyTries }]);
  const counting = attempt?.statements ?? [];
  const { id } = proof.response;
  const results = await world.db.batch([
    ...counting,
    findAccountStatement(world, firstOf(accountOfCredential(id), accountOfSuspendedPasskey(id))),
    disputedPasskeyToVerify(world, id),
    ...passkeyToVerify(world, proof, { purpose: "sign_in", subject: "" }, attempt?.isTaken ?? always),
  ]);
  const taken = attempt?.read(results);
  if (taken?.ok === false) return taken;
  const [read, disputed, ...toVerify] = results.slice(counting.length);
  const tellCopied = tellCopiedPasskey.bind(null, world);
  const verified = await verifyPasskey(world, proof, toVerify, { holder: "anyone", tellCopied });
  const found = accountWithPasswordOf(read);
  if (!verified.ok) {
    const refused = await refuseSuspendedPasskey(world, proof, { challenge: toVerify[0], disputed }, found);
    return refused ?? verified;
  }
  if (!found) return fail("wrong_passkey");
  if (found.disabledAt !== null) return fail("account_disabled");
  if (passwordIsVoid(found.passwordHash)) return fail("password_reset_required", waitingReset(found));
  const [row] = taken?.value ?? [];
  return complete(world, found, verified.value, row ? [takeTryBack(world, key, row)] : []);
}

/** Begins the session, unless the passkey or the password has changed meanwhile. */
async function complete(
  world: World,
  { account, passwordHash }: AccountWithPassword,
  proof: Proof,
  forgive: D1PreparedStatement[],
): Promise<Outcome<CompletedSignIn, "wrong_passkey">> {
  const still = both(proof.isGood, passwordIsStill(account.id, passwordHash));
  const { session, statements, isBegun } = await beginSession(world, account, proof, still);
  const results = await world.db.batch([
    ...statements,
    allowEmailStep(world, account.id, isBegun),
    ...proof.useUp(isBegun),
    forgiveSecondFactor(world, account.id, "passkey"),
    ...forgive,
    readAccountStatement(world, account.id),
  ]);
  if (results[0]?.results.length !== 1) return fail("wrong_passkey");
  return ok({ kind: "complete", account: accountOfResult(results.at(-1)), session });
}
