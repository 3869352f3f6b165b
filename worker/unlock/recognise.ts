import type { D1PreparedStatement } from "@cloudflare/workers-types";
import { hashToken } from "../crypto/token.ts";
import { emailKeys } from "../email-address/rules.ts";
import type { Guard } from "../guard.ts";
import type { World } from "../world.ts";
import { deleteUnlock, unlockIsOf } from "./store.ts";

/** An unlock that a browser sends along with the sign-in of an address. */
export interface ClaimedUnlock {
  /** Holds while it is of that address, and neither used nor expired. */
  isGood: Guard;
  /** Ends it, once a password was right. */
  useUp: D1PreparedStatement;
}

/** Looks at an unlock, for one account's address. */
export async function recogniseUnlock(world: World, token: string, email: string): Promise<ClaimedUnlock> {
  const hash = await hashToken(token);
  return { isGood: unlockIsOf(hash, emailKeys(email), world.now), useUp: deleteUnlock(world.db, hash) };
}
