import type { D1PreparedStatement } from "@cloudflare/workers-types";
import type { Guard } from "../guard.ts";
import { minute } from "../time.ts";
import type { World } from "../world.ts";
import { elevationMinutes } from "./rules.ts";
import { ageProofs } from "./store.ts";

/**
 * A statement that lets what the account's sessions have proved allow nothing more, but for `keptId`'s, while `guard`
 * holds: no step-up, no second factor and no sign-in of theirs is fresh. They stay signed in, and prove it anew.
 */
export function voidOtherProofs(
  world: World,
  accountId: string,
  keptId: string | undefined,
  guard: Guard,
): D1PreparedStatement {
  const stale = world.now - elevationMinutes * minute;
  return ageProofs(world.db, { accountId, keptId: keptId ?? "", stale }, guard);
}
