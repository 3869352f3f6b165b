import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import { findAccountWithPassword } from "../account/read.ts";
import { endedBy } from "../ends.ts";
import { both, not } from "../guard.ts";
import { tellOwner } from "../mail/tell-owner.ts";
import type { CurrentOperator } from "../operator/rules.ts";
import { passwordIsStill, passwordIsVoid } from "../password/guard.ts";
import { voidPassword } from "../password/void.ts";
import type { World } from "../world.ts";
import { recordAct } from "./record-act.ts";

/**
 * Makes a person choose a new password: the old one is void, and every session, remembered browser, sign-in and reset in
 * progress ends. They are mailed once, however often it is asked. `not_found`: there is no such person.
 */
export async function requirePasswordReset(
  world: World,
  operator: CurrentOperator,
  id: string,
): Promise<Outcome<void, "not_found">> {
  const found = await findAccountWithPassword(world, id);
  if (!found) return fail("not_found");
  const isGood = both(passwordIsStill(id, found.passwordHash), not(passwordIsVoid(id)));
  const news = { kind: "password_reset_required", operator: operator.name, wayOut: null } as const;
  await world.db.batch([
    ...recordAct(world, operator, id, "operator_required_password_reset", isGood),
    await tellOwner(world, found.account, news, isGood),
    ...endedBy(world, "password_reset_required", { accountId: id }, isGood),
    // The last, for all the others go by it.
    voidPassword(world, id, isGood),
  ]);
  return ok(undefined);
}
