import type { D1PreparedStatement } from "@cloudflare/workers-types";
import type { World } from "../world.ts";
import { setUpCodesKey } from "./address-code.ts";
import { accountPrefix, currentPasswordKey, methodPrefix } from "./rules.ts";
import { forgiveTries } from "./take-try.ts";

/** A statement that forgets whatever was counted of an account; what was counted of its address is forgotten in time. */
export function forgetTriesOf(world: World, accountId: string): D1PreparedStatement {
  const ofMethods = (["app", "email", "recovery"] as const).map((method) => `${methodPrefix(method)}${accountId}`);
  return forgiveTries(
    world,
    currentPasswordKey(accountId),
    setUpCodesKey(accountId),
    `${accountPrefix}${accountId}`,
    ...ofMethods,
  );
}
