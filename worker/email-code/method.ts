import type { D1PreparedStatement } from "@cloudflare/workers-types";
import type { Amr } from "../../shared/contract/session.ts";
import type { Guard } from "../guard.ts";
import type { World } from "../world.ts";
import { emailIsMethod, insertEmailMethod, noEmailMethodLeft, touchEmailMethod } from "./store.ts";

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
    isWaiting: noEmailMethodLeft(account.id),
    isActive: emailIsMethod(account.id),
  };
}

/** Notes, after the answer, that the address has just served as a second factor. */
export function noteEmailMethodUse(world: World, accountId: string): void {
  world.afterAnswer(() => touchEmailMethod(world.db, accountId, world.now).run());
}
