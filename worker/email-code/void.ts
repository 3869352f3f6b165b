import type { D1PreparedStatement } from "@cloudflare/workers-types";
import type { Guard } from "../guard.ts";
import type { World } from "../world.ts";
import type { EmailCodePurpose } from "./rules.ts";
import { deleteCodesOf, endAccountCodes } from "./store.ts";

/** A statement that takes away every code that the account, its sessions, its sign-ins or its resets asked for, while `guard` holds. */
export function voidCodesOf(world: World, accountId: string, guard: Guard): D1PreparedStatement {
  return deleteCodesOf(world.db, accountId, guard);
}

/**
 * A statement that ends the codes of some purposes that the account or one of its sessions asked for, while `guard`
 * holds. They still count as mails that were sent (promise G4).
 */
export function voidAccountCodes(
  world: World,
  accountId: string,
  purposes: readonly EmailCodePurpose[],
  guard: Guard,
): D1PreparedStatement {
  return endAccountCodes(world.db, { accountId, purposes, now: world.now }, guard);
}
