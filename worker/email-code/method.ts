import type { D1PreparedStatement } from "@cloudflare/workers-types";
import type { Amr } from "../../shared/contract/session.ts";
import type { Guard } from "../guard.ts";
import type { World } from "../world.ts";
import {
  deleteEmailMethod,
  hasEmailMethod,
  hasNoEmailMethod,
  insertEmailMethod,
  insertRestored,
  setEmailMethodName,
  touchEmailMethod,
} from "./store.ts";

/** A statement that makes the account's proved address a second factor, and the guards that hold before and after it. */
export function addEmailMethod(
  world: World,
  account: { id: string; email: string },
  id: string,
): {
  id: string;
  type: "email";
  amr: Amr[];
  name: string;
  statement: D1PreparedStatement;
  isWaiting: Guard;
  isActive: Guard;
} {
  return {
    id,
    type: "email",
    amr: ["email"],
    name: account.email,
    statement: insertEmailMethod(world.db, id, account.id, world.now),
    isWaiting: hasNoEmailMethod(account.id),
    isActive: hasEmailMethod(account.id),
  };
}

/** Notes, after the answer, that the address has just served as a second factor. */
export function noteEmailMethodUse(world: World, accountId: string): void {
  world.afterAnswer(() => touchEmailMethod(world.db, accountId, world.now).run());
}

/** A statement that gives the e-mail method another name; answers a row if the account has it under this id. */
export function nameEmailMethod(world: World, accountId: string, id: string, name: string): D1PreparedStatement {
  return setEmailMethodName(world.db, accountId, id, name);
}

/** A statement that takes the e-mail method away, with an id only where it is that one, while `guard` holds; a row if so. */
export function removeEmailMethod(
  world: World,
  accountId: string,
  id: string | null,
  guard: Guard,
): D1PreparedStatement {
  return deleteEmailMethod(world.db, accountId, id, guard);
}

/** Holds while e-mail is a second factor of the account. */
export function emailIsMethod(accountId: string): Guard {
  return hasEmailMethod(accountId);
}

/** Holds while e-mail is no second factor of the account, the one of `butId` aside. */
export function noEmailMethodLeft(accountId: string, butId?: string): Guard {
  return hasNoEmailMethod(accountId, butId);
}

/** A statement that gives the e-mail method back that was set aside, while `guard` holds. */
export function restoreEmailMethod(world: World, accountId: string, id: string, guard: Guard): D1PreparedStatement {
  return insertRestored(world.db, accountId, id, guard);
}
