import type { D1PreparedStatement } from "@cloudflare/workers-types";
import type { Guard } from "../guard.ts";
import type { World } from "../world.ts";
import { linkIsGood, setLinksValidFrom } from "./store.ts";

/**
 * A statement that voids the 'this wasn't me' links of all mails before this moment, while `guard` holds; those of
 * mails that the same batch queues stay good.
 */
export function voidLinks(world: World, accountId: string, guard: Guard): D1PreparedStatement {
  return setLinksValidFrom(world.db, accountId, world.now, guard);
}

/** The same with those of this very moment; it answers a row where it did. */
export function voidLinksWithThisOne(world: World, accountId: string, guard: Guard): D1PreparedStatement {
  return setLinksValidFrom(world.db, accountId, world.now + 1, guard);
}

/** Holds while a 'this wasn't me' link that was made at `madeAt` is not void. */
export function linkStands(accountId: string, madeAt: number): Guard {
  return linkIsGood(accountId, madeAt);
}
