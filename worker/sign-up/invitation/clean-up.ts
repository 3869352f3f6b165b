import { cleanUp } from "../../clean-up.ts";
import type { World } from "../../world.ts";
import { deleteExpiredInvitations } from "./store.ts";

/** Takes away invitations that nobody accepted in time; the accounts stay, and can be invited again. */
export function cleanUpInvitations(world: World): Promise<void> {
  return cleanUp((limit) => deleteExpiredInvitations(world.db, world.now, limit));
}
