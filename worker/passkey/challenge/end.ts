import type { D1PreparedStatement } from "@cloudflare/workers-types";
import type { Guard } from "../../guard.ts";
import type { World } from "../../world.ts";
import { deleteChallengesOf } from "./store.ts";

/** A statement that takes away what the account's passkeys were asked and have not answered, while `guard` holds. */
export function endChallenges(world: World, accountId: string, guard: Guard): D1PreparedStatement {
  return deleteChallengesOf(world.db, accountId, guard);
}
