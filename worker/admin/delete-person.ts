import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import { findAccountWithPassword } from "../account/read.ts";
import { accountDeletion } from "../account-settings/deletion/delete.ts";
import type { CurrentOperator } from "../operator/rules.ts";
import { noteDone } from "../operator/store.ts";
import { passwordExists } from "../password/store.ts";
import type { World } from "../world.ts";

/**
 * Deletes an account with every row that is kept of it, and mails its owner. Their activity goes with it; the operator
 * log keeps who did it. `not_found`: there is no such person, or no longer.
 */
export async function deletePerson(
  world: World,
  operator: CurrentOperator,
  id: string,
): Promise<Outcome<void, "not_found">> {
  const found = await findAccountWithPassword(world, id);
  if (!found) return fail("not_found");
  const did = { did: "operator_deleted_account", accountId: id };
  const results = await world.db.batch([
    noteDone(world, operator, did, passwordExists(id)),
    ...accountDeletion(world, found.account, { kind: "account_deleted_by_operator", operator: operator.name }),
  ]);
  return results.at(-1)?.results.length === 1 ? ok(undefined) : fail("not_found");
}
