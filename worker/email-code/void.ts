import type { D1PreparedStatement } from "@cloudflare/workers-types";
import type { World } from "../world.ts";
import { deleteCodesOf } from "./store.ts";

/** A statement that takes away every code that the account, its sessions, its sign-ins or its resets asked for. */
export function voidCodesOf(world: World, accountId: string): D1PreparedStatement {
  return deleteCodesOf(world.db, accountId);
}
