import type { D1PreparedStatement } from "@cloudflare/workers-types";
import type { Guard } from "../../guard.ts";
import type { World } from "../../world.ts";
import { expireChanges } from "./store.ts";

/** A statement that ends the account's changes of address that wait for their code, but `keptId`, while `guard` holds. */
export function endEmailChanges(
  world: World,
  accountId: string,
  keptId: string | undefined,
  guard: Guard,
): D1PreparedStatement {
  return expireChanges(world.db, { accountId, keptId: keptId ?? "", now: world.now }, guard);
}
