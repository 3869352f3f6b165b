import type { D1DatabaseSession } from "@cloudflare/workers-types";
import { countByMacKey } from "./store.ts";

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
