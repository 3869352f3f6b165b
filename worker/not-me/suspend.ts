import type { D1PreparedStatement } from "@cloudflare/workers-types";
import { recordEvent } from "../activity/record.ts";
import { removeEmailMethod } from "../email-code/store.ts";
import { both, either, type Guard, not } from "../guard.ts";
import { removePasskeys } from "../passkey/store.ts";
import { voidRecoveryCodes } from "../recovery-code/store.ts";
import { offerRemoved, suspendAdded } from "../set-aside/dispute.ts";
import type { DisputedTime } from "../set-aside/rules.ts";
import { methodWasRemoved, somethingIsDisputed } from "../set-aside/store.ts";
import { removeApps } from "../totp/store.ts";
import { forgetBrowsers } from "../trusted-browser/store.ts";
import { restorePasskeysOnly } from "../two-factor/passkeys-only/set.ts";
import { noMethodLeft } from "../two-factor/remove.ts";
import { voidTwoFactorReset } from "../waiting/two-factor-reset/store.ts";
import type { World } from "../world.ts";
import { insertDispute } from "./store.ts";

/** What is disputed: the time, and of which changes of address it is known that they are undone in the same batch. */
export interface ToDispute {
  time: DisputedTime;
  /** Changes that were asked for from then on are undone; milliseconds since 1970. */
  undoneFrom?: number;
}

/**
 * Statements that suspend what was added to an account in the disputed time, offer back what was removed in it, and put
 * 'accept only passkeys' back, while `guard` holds (promise S10). What is suspended is moved out of the tables that
 * sign-ins, step-ups and lists read, so that it signs nobody in, is asked of nobody, stops nothing and proves nothing.
 */
export function suspendChanges(
  world: World,
  accountId: string,
  { time, undoneFrom = Number.MAX_SAFE_INTEGER }: ToDispute,
  guard: Guard,
): D1PreparedStatement[] {
  const remove = {
    app: (which: Guard) => removeApps(world, accountId, null, which),
    email: (which: Guard) => removeEmailMethod(world, accountId, null, which),
    passkey: (which: Guard) => removePasskeys(world, accountId, null, which),
    recovery_codes: (which: Guard) => voidRecoveryCodes(world, accountId, which),
    browser: (which: Guard) => forgetBrowsers(world, accountId, which),
    two_factor_reset: (which: Guard) => voidTwoFactorReset(world, accountId, which),
  };
  const moved = (Object.keys(remove) as (keyof typeof remove)[]).flatMap((kind) => {
    const { statement, isCopied } = suspendAdded(world, accountId, kind, time, guard);
    return [statement, remove[kind](both(isCopied, guard))];
  });
  const twoFactorBefore = either(not(noMethodLeft(accountId)), methodWasRemoved(accountId, time));
  const dispute = { accountId, since: time.since, now: world.now, undoneFrom };
  return [
    ...moved,
    offerRemoved(world, accountId, time, guard),
    ...restorePasskeysOnly(world, accountId, time, guard),
    recordEvent(world, accountId, { type: "changes_suspended" }, both(somethingIsDisputed(accountId), guard)),
    insertDispute(world.db, dispute, twoFactorBefore, both(somethingIsDisputed(accountId), guard)),
  ];
}
