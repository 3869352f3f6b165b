import type { D1PreparedStatement } from "@cloudflare/workers-types";
import type { Guard } from "../guard.ts";
import type { World } from "../world.ts";
import { voidMark } from "./hash.ts";
import { markPassword } from "./store.ts";

/** Whether the hash is that of a password which signs in no more. */
export function passwordIsVoid(hash: string): boolean {
  return hash.startsWith(voidMark);
}

/** A statement that makes the account's password sign in no more until it is replaced, while `guard` holds. */
export function voidPassword(world: World, accountId: string, guard: Guard): D1PreparedStatement {
  return markPassword(world.db, accountId, voidMark, guard);
}
