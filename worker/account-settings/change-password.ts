import type { ProblemDetails } from "../../shared/contract/problem.ts";
import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import { recordEvent } from "../activity/record.ts";
import { endedBy } from "../ends.ts";
import { known } from "../guard.ts";
import { limitChanges } from "../mail/limit-changes.ts";
import { tellOwner } from "../mail/tell-owner.ts";
import { checkPassword } from "../password/check.ts";
import { hashPassword } from "../password/hash.ts";
import { findPasswordHash, passwordIsStill, replacePassword } from "../password/store.ts";
import { judgePassword } from "../password/verify.ts";
import type { CurrentSession } from "../session/rules.ts";
import { currentPassword, currentPasswordKey } from "../throttle/rules.ts";
import { forgiveTries, tryToTake } from "../throttle/take-try.ts";
import type { World } from "../world.ts";

export interface PasswordChange {
  currentPassword: string;
  newPassword: string;
  signOutOthers: boolean;
}

/**
 * Changes the password after checking the current one, and ends what rested on the old; other sessions unless the
 * person says otherwise (promises P4, S5b). All of it happens and is told, or nothing. Ten times a day, since each is mailed
 * (promise G7): the eleventh is refused before anything is hashed (promise G8).
 */
export async function changePassword(
  world: World,
  session: CurrentSession,
  change: PasswordChange,
): Promise<Outcome<void, "wrong_credentials" | "password_rejected" | "too_many_attempts", ProblemDetails>> {
  const accountId = session.account.id;
  const tries = currentPasswordKey(accountId);
  const attempt = tryToTake(world, [{ key: known(tries), policy: currentPassword }]);
  const limited = { accountId, kind: "password_changed" } as const;
  const read = await limitChanges<{ hash: string }>(world, limited, [
    ...attempt.statements,
    findPasswordHash(world.db, accountId),
  ]);
  if (!read.ok) return read;
  const taken = attempt.read(read.value);
  if (!taken.ok) return taken;
  const old = read.value.at(-1)?.results[0]?.hash ?? null;
  const holder = old === null ? null : { accountId, hash: old };
  const judged = await judgePassword(world, holder, change.currentPassword);
  if (old === null || judged.is !== "right") return fail("wrong_credentials");

  const sameAsBefore = change.newPassword.normalize("NFC") === change.currentPassword.normalize("NFC");
  const { reasons } = await checkPassword(world, change.newPassword, { email: session.account.email, sameAsBefore });
  if (reasons.length > 0) {
    await forgiveTries(world, tries).run();
    return fail("password_rejected", { reasons });
  }

  const next = hashPassword(change.newPassword, world.random);
  const changed = passwordIsStill(accountId, next);
  const { signOutOthers } = change;
  const done = await limitChanges(world, limited, [
    replacePassword(world.db, accountId, { old, next }, world.now),
    recordEvent(world, accountId, { type: "password_changed", detail: { signedOutOthers: signOutOthers } }, changed),
    await tellOwner(world, session.account, { kind: "password_changed" }, changed),
    forgiveTries(world, tries),
    ...endedBy(
      world,
      signOutOthers ? "password_changed_signing_out_others" : "password_changed",
      { accountId, sessionId: session.id },
      changed,
    ),
  ]);
  if (!done.ok) {
    await forgiveTries(world, tries).run();
    return done;
  }
  const [replaced] = done.value;
  return replaced?.results.length === 1 ? ok(undefined) : fail("wrong_credentials");
}
