import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import { accountWithPasswordOf, findAccountStatement, findAccountWithPassword } from "../account/read.ts";
import { endedBy } from "../ends.ts";
import { both, known, not } from "../guard.ts";
import { tellOwner } from "../mail/tell-owner.ts";
import type { CurrentOperator } from "../operator/rules.ts";
import { passwordExists, passwordIsVoid } from "../password/guard.ts";
import { voidPassword } from "../password/void.ts";
import type { World } from "../world.ts";
import { recordAct } from "./record-act.ts";

/**
 * Makes a person choose a new password: the old one is void, and every session, remembered browser, sign-in and reset in
 * progress ends, whatever the password is by then: one that they have just changed too. They are mailed once, however
 * often it is asked. `not_found`: there is no such person, or no longer.
 */
export async function requirePasswordReset(
  world: World,
  operator: CurrentOperator,
  id: string,
): Promise<Outcome<void, "not_found">> {
  const found = await findAccountWithPassword(world, id);
  if (!found) return fail("not_found");
  const isGood = both(passwordExists(id), not(passwordIsVoid(id)));
  const news = { kind: "password_reset_required", operator: operator.name, wayOut: null } as const;
  const results = await world.db.batch([
    ...recordAct(world, operator, id, "operator_required_password_reset", isGood),
    await tellOwner(world, found.account, news, isGood),
    ...endedBy(world, "password_reset_required", { accountId: id }, isGood),
    // Behind all the others, which go by it.
    voidPassword(world, id, isGood),
    findAccountStatement(world, known(id)),
  ]);
  return accountWithPasswordOf(results.at(-1)) ? ok(undefined) : fail("not_found");
}
