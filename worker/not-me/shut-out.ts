import type { D1PreparedStatement } from "@cloudflare/workers-types";
import { endedBy } from "../ends.ts";
import type { Guard } from "../guard.ts";
import { voidPassword } from "../password/store.ts";
import { voidDeletion } from "../waiting/deletion/store.ts";
import type { World } from "../world.ts";

/**
 * Statements that shut everybody out of an account while `guard` holds: the password is void until it is reset, a
 * deletion does not take place, and
 * all that `ends` names for `change` ends. The last one answers a row.
 */
export function shutOut(
  world: World,
  change: "reported_not_me" | "email_change_undone",
  accountId: string,
  guard: Guard,
): D1PreparedStatement[] {
  return [
    voidPassword(world, accountId, guard),
    voidDeletion(world, accountId, guard),
    ...endedBy(world, change, { accountId }, guard),
  ];
}
