import { localeOf } from "../../../shared/contract/locale.ts";
import { recordEvent } from "../../activity/record.ts";
import { endedBy } from "../../ends.ts";
import { both, not } from "../../guard.ts";
import { type Owner, tellOwner } from "../../mail/tell-owner.ts";
import { resetsInARun } from "../../waiting/two-factor-reset/stop-link.ts";
import { findDueResets, resetIsReady } from "../../waiting/two-factor-reset/store.ts";
import type { World } from "../../world.ts";
import { methodRemoval, noMethodLeft } from "../remove.ts";

/**
 * Turns two-factor off where a reset's time has come: every method and recovery code goes, every session and remembered
 * browser ends, and the person is mailed, in one transaction. Of any number at once one does it: all of it goes by the
 * reset's row, which goes last.
 */
export async function carryOutTwoFactorReset(
  world: World,
  owner: Owner,
  { id, operator }: { id: string; operator: string },
): Promise<void> {
  const isReady = resetIsReady(owner.id, id, world.now);
  const isNews = both(isReady, not(noMethodLeft(owner.id)));
  // No matter whose request this is, the person did not do it and neither did the caller.
  const nobody = { ...world, caller: { ip: "", userAgent: "", place: null } };
  await world.db.batch([
    recordEvent(nobody, owner.id, { type: "two_factor_reset", detail: { operator } }, isNews),
    await tellOwner(world, owner, { kind: "two_factor_reset", operator }, isNews),
    ...methodRemoval(world, owner.id, null, isReady),
    ...endedBy(world, "two_factor_reset", { accountId: owner.id }, isReady),
  ]);
}

/** Carries out the resets whose time has come, as many as one run of the cron trigger may. */
export async function carryOutDueTwoFactorResets(world: World): Promise<void> {
  for (const row of await findDueResets(world.db, world.now, resetsInARun)) {
    const owner = { id: row.account_id, email: row.email, locale: localeOf(row.locale) };
    await carryOutTwoFactorReset(world, owner, row);
  }
}
