import type { D1PreparedStatement } from "@cloudflare/workers-types";
import type { Guard } from "../guard.ts";
import type { World } from "../world.ts";
import { setUpCodesKey } from "./address-code.ts";
import { accountPrefix, currentPasswordKey, methodPrefix } from "./rules.ts";
import { forgiveTriesWhile } from "./take-try.ts";

/** A statement that forgets whatever was counted of an account; what was counted of its address is forgotten in time. Only while `guard` holds. */
export function forgetTriesOf(world: World, accountId: string, guard: Guard): D1PreparedStatement {
  const ofMethods = (["app", "email", "recovery"] as const).map((method) => `${methodPrefix(method)}${accountId}`);
  return forgiveTriesWhile(
    world,
    guard,
    currentPasswordKey(accountId),
    setUpCodesKey(accountId),
    `${accountPrefix}${accountId}`,
    ...ofMethods,
  );
}
