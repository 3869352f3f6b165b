import type { TwoFactorReset } from "../../shared/contract/admin.ts";
import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import { accountWithPasswordOf, findAccountStatement, findAccountWithPassword } from "../account/read.ts";
import { known } from "../guard.ts";
import { tellOwner } from "../mail/tell-owner.ts";
import type { CurrentOperator } from "../operator/rules.ts";
import { twoFactorResetToBegin } from "../two-factor/reset/begin.ts";
import { twoFactorResetWaits, voidTwoFactorReset } from "../waiting/two-factor-reset/store.ts";
import type { World } from "../world.ts";
import { personOf } from "./read-person.ts";
import { recordAct } from "./record-act.ts";

/**
 * Begins to turn a person's two-factor authentication off: never at once and never without their being told. One that
 * waits already is answered as it is, so that a retry neither mails again nor makes the wait longer.
 */
export async function resetTwoFactor(
  world: World,
  operator: CurrentOperator,
  id: string,
): Promise<Outcome<TwoFactorReset, "not_found" | "two_factor_off">> {
  const found = await findAccountWithPassword(world, id);
  if (!found) return fail("not_found");
  const { statements, isBegun } = await twoFactorResetToBegin(world, found.account, operator.name);
  const results = await world.db.batch([
    ...statements,
    ...recordAct(world, operator, id, "operator_began_two_factor_reset", isBegun),
    findAccountStatement(world, known(id)),
  ]);
  const now = accountWithPasswordOf(results.at(-1));
  const waiting = now && personOf(now).twoFactorReset;
  return waiting ? ok(waiting) : fail(now ? "two_factor_off" : "not_found");
}

/** Takes that back, and tells the person. `not_found`: nothing waits. */
export async function cancelTwoFactorReset(
  world: World,
  operator: CurrentOperator,
  id: string,
): Promise<Outcome<void, "not_found">> {
  const found = await findAccountWithPassword(world, id);
  if (!found?.twoFactorReset) return fail("not_found");
  const waits = twoFactorResetWaits(id);
  const news = { kind: "two_factor_reset_cancelled", operator: operator.name, wayOut: null } as const;
  const results = await world.db.batch([
    ...recordAct(world, operator, id, "operator_cancelled_two_factor_reset", waits),
    await tellOwner(world, found.account, news, waits),
    voidTwoFactorReset(world, id, waits),
  ]);
  return results.at(-1)?.results.length === 1 ? ok(undefined) : fail("not_found");
}
