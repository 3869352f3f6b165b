import type { PersonDetails } from "../../shared/contract/admin.ts";
import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import { accountWithPasswordOf, findAccountStatement, findAccountWithPassword } from "../account/read.ts";
import { accountIsDisabled, accountIsOpen } from "../account/store.ts";
import { disableAccount, enableAccount } from "../account-settings/disable.ts";
import { known } from "../guard.ts";
import { tellOwner } from "../mail/tell-owner.ts";
import type { CurrentOperator } from "../operator/rules.ts";
import type { World } from "../world.ts";
import { personOf } from "./read-person.ts";
import { recordAct } from "./record-act.ts";

/**
 * Shuts an account or opens it again, and mails its owner; where it is so already, nothing happens. `not_found`: there
 * is no such person.
 */
export async function setPersonDisabled(
  world: World,
  operator: CurrentOperator,
  id: string,
  disabled: boolean,
): Promise<Outcome<PersonDetails, "not_found">> {
  const found = await findAccountWithPassword(world, id);
  if (!found) return fail("not_found");
  const isNews = disabled ? accountIsOpen(id) : accountIsDisabled(id);
  const kind = disabled ? "account_disabled" : "account_enabled";
  const results = await world.db.batch([
    ...recordAct(world, operator, id, disabled ? "operator_disabled_account" : "operator_enabled_account", isNews),
    await tellOwner(world, found.account, { kind, operator: operator.name, wayOut: null }, isNews),
    ...(disabled ? disableAccount(world, id, isNews) : [enableAccount(world, id, isNews)]),
    findAccountStatement(world, known(id)),
  ]);
  const now = accountWithPasswordOf(results.at(-1));
  return now ? ok(personOf(now)) : fail("not_found");
}
