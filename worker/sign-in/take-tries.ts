import type { D1PreparedStatement, D1Result } from "@cloudflare/workers-types";
import { localeOf } from "../../shared/contract/locale.ts";
import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import { both, type Guard } from "../guard.ts";
import type { Owner } from "../mail/tell-owner.ts";
import {
  accountOfSignIn,
  findSignIn,
  type SignInRow,
  signInHasTries,
  type TakenTryRow,
  takeTry,
} from "../pending-sign-in/store.ts";
import type { CountedMethod } from "../throttle/rules.ts";
import { secondFactorTry, type WrongInARow } from "../throttle/second-factor.ts";
import { methodIsAccepted } from "../two-factor/passkeys-only/set.ts";
import type { World } from "../world.ts";

/** A try of a second step that may be judged now. */
export interface TakenTries {
  owner: Owner;
  /** Of this sign-in. */
  triesLeft: number;
  /** The reset whose waiting password a suspended method makes good here; null for every other sign-in. */
  resetId: string | null;
  /** The sign-in whose mailed code counts: this one, or the one before it. */
  mailedFor: string;
  wrongInARow: WrongInARow;
  /** What judging takes, in the order in which it was asked for. */
  read: D1Result[];
}

/**
 * Takes a try of the sign-in and one of its account, both or neither, and reads what judging takes, in one round trip.
 * `toRead` may do what belongs to a try that was taken, by the guard that it gets.
 */
export async function takeTries(
  world: World,
  signInId: string,
  method: CountedMethod,
  toRead: (isTaken: Guard) => D1PreparedStatement[],
): Promise<
  Outcome<
    TakenTries,
    "sign_in_expired" | "too_many_attempts" | "method_disabled" | "passkey_required",
    { retryAfter?: number }
  >
> {
  const account = accountOfSignIn(signInId);
  const mayTry = both(signInHasTries(signInId, world.now), methodIsAccepted(account, method));
  const ofAccount = secondFactorTry(world, account, method, mayTry);
  const counting = [
    findSignIn(world.db, signInId, world.now),
    ...ofAccount.statements,
    takeTry(world.db, signInId, ofAccount.isTaken),
  ];
  const results = await world.db.batch([...counting, ...toRead(ofAccount.isTaken)]);
  const [signIn] = (results[0]?.results ?? []) as unknown as SignInRow[];
  if (!signIn) return fail("sign_in_expired");
  if (signIn.passkeys_only && (method === "app" || method === "email")) return fail("passkey_required");
  const counted = ofAccount.read(results.slice(1));
  if (!counted.ok) return counted;
  const [row] = (results[counting.length - 1]?.results ?? []) as unknown as TakenTryRow[];
  if (!row) return fail("sign_in_expired");
  const owner: Owner = { id: row.account_id, email: row.email, locale: localeOf(row.locale) };
  const read = results.slice(counting.length);
  return ok({
    owner,
    triesLeft: row.tries_left,
    resetId: signIn.reset_id,
    mailedFor: signIn.mailed_for ?? signInId,
    wrongInARow: counted.value,
    read,
  });
}
