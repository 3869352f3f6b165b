import type { CurrentSession } from "../session/rules.ts";
import { lastProof } from "../session/rules.ts";
import type { World } from "../world.ts";
import type { AskedClaims } from "./asked-claims.ts";
import { findWhetherLevelTwo } from "./store.ts";

/** What to do about the level that a site asks for. */
export type Level = "is_fine" | "has_to_be_proved" | "cannot_be_had";

/**
 * Whether what a session proved is enough for a site that asks for a level, and if not, whether the account has what it
 * takes (RFC 9470 5). A value that nobody knows is ignored, unless the site insists on it.
 */
export async function judgeLevel(world: World, session: CurrentSession, acr: AskedClaims["acr"]): Promise<Level> {
  if (acr === null || acr.values.includes("aal1")) return "is_fine";
  if (!acr.values.includes("aal2")) return acr.essential ? "cannot_be_had" : "is_fine";
  if (lastProof(session).acr === "aal2") return "is_fine";
  return (await findWhetherLevelTwo(world.db, session.account.id)) ? "has_to_be_proved" : "cannot_be_had";
}

/** What `acr` has to say instead of what was proved: the site insists on the lower level, and gets what it insists on. */
export function insistedLevel(acr: AskedClaims["acr"]): "aal1" | undefined {
  return acr?.essential && !acr.values.includes("aal2") ? "aal1" : undefined;
}
