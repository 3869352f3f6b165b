import type { Locale } from "../../shared/contract/account.ts";
import type { PersonDetails } from "../../shared/contract/admin.ts";
import type { ProblemDetails } from "../../shared/contract/problem.ts";
import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import { accountWithPasswordOf, findAccountStatement } from "../account/read.ts";
import { findAccountByEmailStatement } from "../account/store.ts";
import { known } from "../guard.ts";
import { tellOwner } from "../mail/tell-owner.ts";
import type { CurrentOperator } from "../operator/rules.ts";
import { checkPassword } from "../password/check.ts";
import { hashPassword } from "../password/hash.ts";
import { accountToMake } from "../sign-up/provision.ts";
import type { World } from "../world.ts";
import { personOf } from "./read-person.ts";
import { recordAct } from "./record-act.ts";

/**
 * Makes an account for somebody, and mails them that it was made. A password is judged like any other; whoever chose
 * it knows it until the person changes it. `account_exists`: the address has an account, which is what a retry of a
 * call that succeeded is told, before a password is looked at (promise G8).
 */
export async function createPerson(
  world: World,
  operator: CurrentOperator,
  { email, password, locale }: { email: string; password?: string | undefined; locale: Locale },
): Promise<Outcome<PersonDetails, "account_exists" | "password_rejected", ProblemDetails>> {
  if (password !== undefined) {
    const taken = await findAccountByEmailStatement(world, email).all();
    if (accountWithPasswordOf(taken)) return fail("account_exists");
    const { reasons } = await checkPassword(world, password, { email });
    if (reasons.length > 0) return fail("password_rejected", { reasons });
  }
  const passwordHash = password === undefined ? undefined : hashPassword(password, world.random);
  const { id, statements, isMade } = accountToMake(world, { email, locale, passwordHash });
  const results = await world.db.batch([
    ...statements,
    ...recordAct(world, operator, id, "operator_created_account", isMade),
    await tellOwner(world, { id, email, locale }, { kind: "account_made", operator: operator.name }, isMade),
    findAccountStatement(world, known(id)),
  ]);
  const made = accountWithPasswordOf(results.at(-1));
  return made ? ok(personOf(made)) : fail("account_exists");
}
