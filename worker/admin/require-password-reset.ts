import type { ProblemDetails } from "../../shared/contract/problem.ts";
import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import { accountWithPasswordOf, findAccountStatement, findAccountWithPassword } from "../account/read.ts";
import { endedBy } from "../ends.ts";
import { both, known, not } from "../guard.ts";
import { tellOwner } from "../mail/tell-owner.ts";
import { suspendChanges } from "../not-me/suspend.ts";
import { isScopeOf, operatorKeyStands } from "../operator/identify.ts";
import type { CurrentOperator } from "../operator/rules.ts";
import { passwordExists, passwordIsVoid, voidPassword } from "../password/store.ts";
import { disputedTime } from "../set-aside/rules.ts";
import type { World } from "../world.ts";
import { recordAct } from "./record-act.ts";

/**
 * Makes a person choose a new password: the old one is void, and every session, remembered browser, sign-in and reset in
 * progress ends, whatever the password is by then: one that they have just changed too. They are mailed once, however
 * often it is asked. With `dispute`, for which the key needs one more scope, what was added in the last seven days is
 * suspended too, as by 'this wasn't me' (promise S10); without it a thief's method stays. `not_found`: there is no such
 * person, or no longer.
 */
export async function requirePasswordReset(
  world: World,
  operator: CurrentOperator,
  id: string,
  dispute = false,
): Promise<Outcome<void, "not_found" | "scope_missing", ProblemDetails>> {
  const scope = "two-factor:reset";
  if (dispute && !(await isScopeOf(world, operator, scope))) return fail("scope_missing", { scope });
  const found = await findAccountWithPassword(world, id);
  if (!found) return fail("not_found");
  // Asked a second time it does nothing, unless it is to dispute what the first did not.
  const isNew = dispute ? operatorKeyStands(operator, scope, world.clock()) : not(passwordIsVoid(id));
  const isGood = both(passwordExists(id), isNew);
  const kind = dispute ? "changes_disputed" : "password_reset_required";
  const news = { kind, operator: operator.name, wayOut: null } as const;
  // From where the operator's server called is nothing of the person's.
  const nowhere = { ...world, caller: { ip: "", userAgent: "", place: null } };
  const act = dispute ? "operator_disputed_changes" : "operator_required_password_reset";
  const results = await world.db.batch([
    ...recordAct(world, operator, id, act, isGood),
    await tellOwner(world, found.account, news, isGood),
    ...(dispute ? suspendChanges(nowhere, id, { time: disputedTime(world.now, "", world.now) }, isGood) : []),
    ...endedBy(world, "password_reset_required", { accountId: id }, isGood),
    // Behind all the others, which go by it.
    voidPassword(world, id, isGood),
    findAccountStatement(world, known(id)),
  ]);
  return accountWithPasswordOf(results.at(-1)) ? ok(undefined) : fail("not_found");
}
