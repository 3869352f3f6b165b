import type { AccountWithPassword } from "../account/read.ts";
import { recordEvent } from "../activity/record.ts";
import { endedBy } from "../ends.ts";
import type { Guard } from "../guard.ts";
import { tellOwner } from "../mail/tell-owner.ts";
import { resetPassword } from "../password/reset.ts";
import { isReady, isWaiting } from "../waiting/password-reset/store.ts";
import type { World } from "../world.ts";

/**
 * Puts a password that waited in the old one's place, once its time has come: at the first sign-in after that, anyone who
 * tries it. Answers the account with the password that is now to be checked. Where another method than e-mail was
 * added meanwhile, e-mail is no second step until that one has been right.
 */
export async function applyWaitingPassword(world: World, found: AccountWithPassword): Promise<AccountWithPassword> {
  const { account, passwordHash: old, waitingPassword } = found;
  if (waitingPassword === null || waitingPassword.readyAt > world.now) return found;
  const next = waitingPassword.hash;
  const ready = isReady(account.id, next, world.now);
  const barsEmailStep = account.twoFactor.methods.some(({ type }) => type !== "email");
  // What only happens once is guarded by the wait, which ends last; so of many at once one does it.
  await world.db.batch([
    resetPassword(world, account.id, { old, next }, barsEmailStep, ready),
    recordEvent(world, account.id, { type: "password_reset" }, ready),
    await tellOwner(world, account, { kind: "password_reset" }, ready),
    ...endedBy(world, "password_reset", { accountId: account.id }, ready),
  ]);
  return { ...found, passwordHash: next, barsEmailStep, waitingPassword: null };
}

/** Holds while the password of this reset waits. */
export function passwordWaits(accountId: string, resetId: string): Guard {
  return isWaiting(accountId, resetId);
}
