import type { D1DatabaseSession, D1PreparedStatement } from "@cloudflare/workers-types";
import type { Guard } from "../guard.ts";
import type { World } from "../world.ts";
import { countByMacKey, deleteCodes } from "./store.ts";

/** A statement that voids all recovery codes of the account, while `guard` holds. */
export function voidRecoveryCodes(world: World, accountId: string, guard: Guard): D1PreparedStatement {
  return deleteCodes(world.db, accountId, guard);
}

/** What would be void without every key of MAC_KEY but the one of this id: unused codes, and people who have one. */
export async function codesOfOtherKeys(
  db: D1DatabaseSession,
  keyId: string | null,
): Promise<{ codes: number; people: number }> {
  const others = (await countByMacKey(db)).filter(({ mac_by }) => mac_by !== (keyId ?? ""));
  return {
    codes: others.reduce((sum, { codes }) => sum + codes, 0),
    people: others.reduce((sum, { accounts }) => sum + accounts, 0),
  };
}
