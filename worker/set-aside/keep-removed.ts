import type { D1PreparedStatement } from "@cloudflare/workers-types";
import { randomId } from "../crypto/random.ts";
import type { Guard } from "../guard.ts";
import type { World } from "../world.ts";
import { methodKinds } from "./rules.ts";
import { idIs, insertSetAside, type SettingAside } from "./store.ts";

/**
 * Statements that keep a copy of a method which the same batch removes next, or with no id of all, while `guard` holds:
 * for 30 days 'this wasn't me' can offer it back (promise S10).
 */
export function keepRemovedMethods(
  world: World,
  accountId: string,
  id: string | null,
  guard: Guard,
): D1PreparedStatement[] {
  return methodKinds.map((kind) => insertSetAside(world.db, kind, asRemoved(world, accountId), idIs(id), guard));
}

/** A statement that does so with the recovery codes, which the same batch voids next. */
export function keepVoidedRecoveryCodes(world: World, accountId: string, guard: Guard): D1PreparedStatement {
  return insertSetAside(world.db, "recovery_codes", asRemoved(world, accountId), idIs(null), guard);
}

function asRemoved(world: World, accountId: string): SettingAside {
  const { now, sessionId = "" } = world;
  return { accountId, state: "removed", now, sessionId, newId: randomId(world.random) };
}
