import type { D1PreparedStatement, D1Result } from "@cloudflare/workers-types";
import { hashToken } from "../crypto/token.ts";
import { emailKeys } from "../email-address/rules.ts";
import type { Guard } from "../guard.ts";
import type { World } from "../world.ts";
import { rememberedSince } from "./rules.ts";
import { isRemembered, selectGuard, touchBrowser } from "./store.ts";

/** A browser that says the account of some address remembers it. */
export interface ClaimedBrowser {
  hash: string;
  /** Holds while that is true: of this account alone (promise S2), not expired and not forgotten. */
  isRemembered: Guard;
  /** Asks whether it is true; `read` takes the answer. */
  statement: D1PreparedStatement;
  read: (result: D1Result | undefined) => boolean;
  /** Notes that the browser was let past the second step. */
  noteUse: D1PreparedStatement;
}

/** Looks at the token that a browser was remembered by, for one account's address. */
export async function recogniseBrowser(world: World, token: string, email: string): Promise<ClaimedBrowser> {
  const hash = await hashToken(token);
  const times = { now: world.now, since: rememberedSince(world.now, world.settings.rememberDeviceDays) };
  const guard = isRemembered(hash, emailKeys(email), times);
  return {
    hash,
    isRemembered: guard,
    statement: selectGuard(world.db, guard),
    read: (result) => (result?.results[0] as { holds: 0 | 1 } | undefined)?.holds === 1,
    noteUse: touchBrowser(world.db, hash, world.now),
  };
}
