import type { PasskeyRequest } from "../../shared/contract/passkey.ts";
import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import { hashToken } from "../crypto/token.ts";
import { always, both, either, known, not, type Term } from "../guard.ts";
import { assertionRequest } from "../passkey/ask-assertion.ts";
import { askChallenge } from "../passkey/challenge/ask.ts";
import { descriptorsOf, passkeysToList } from "../passkey/list.ts";
import { noPasskeyLeft } from "../passkey/store.ts";
import { accountOfSignIn, findSignIn, type SignInRow, signInHasTries } from "../pending-sign-in/store.ts";
import { suspendedPasskeyExists, suspendedPasskeysToList } from "../set-aside/suspended/store.ts";
import { networkMac } from "../throttle/key.ts";
import { passkeyChallenges } from "../throttle/rules.ts";
import { tryToTake } from "../throttle/take-try.ts";
import type { World } from "../world.ts";

const nobody: Term = { sql: "NULL", values: [] };

/**
 * Asks for one of the passkeys of a sign-in in progress, one of the suspended ones where it is of a disputed reset.
 * `not_found`: the account has none.
 */
export async function askSecondStepPasskey(
  world: World,
  secret: string,
): Promise<Outcome<PasskeyRequest, "sign_in_expired" | "not_found">> {
  const signInId = await hashToken(secret);
  const account = accountOfSignIn(signInId);
  const isAnyLeft = either(not(noPasskeyLeft(account)), suspendedPasskeyExists(account));
  const mayAsk = both(signInHasTries(signInId, world.now), isAnyLeft);
  const asked = await askChallenge(world, { purpose: "second_step", subject: signInId }, account, mayAsk);
  const [found, enrolled, suspended] = await world.db.batch([
    findSignIn(world.db, signInId, world.now),
    passkeysToList(world, account),
    suspendedPasskeysToList(world, account),
    ...asked.statements,
  ]);
  const [signIn] = (found?.results ?? []) as unknown as SignInRow[];
  if (!signIn) return fail("sign_in_expired");
  const passkeys = signIn.reset_id === null ? enrolled : suspended;
  if (passkeys?.results.length === 0) return fail("not_found");
  return ok(assertionRequest(world, asked, descriptorsOf(passkeys)));
}

/**
 * Asks for any passkey that signs in by itself. It says nothing of anybody, and is answered to everybody alike; from one network only so
 * often.
 */
export async function askAnyPasskey(
  world: World,
): Promise<Outcome<PasskeyRequest, "too_many_attempts", { retryAfter?: number }>> {
  const network = await networkMac(world);
  const counter = { key: known(`passkey-challenge:network:${network}`), policy: passkeyChallenges };
  const attempt = network === null ? null : tryToTake(world, [counter]);
  const asked = await askChallenge(world, { purpose: "sign_in", subject: "" }, nobody, attempt?.isTaken ?? always);
  const results = await world.db.batch([...(attempt?.statements ?? []), ...asked.statements]);
  const taken = attempt?.read(results);
  return taken?.ok === false ? taken : ok(assertionRequest(world, asked, "any"));
}
