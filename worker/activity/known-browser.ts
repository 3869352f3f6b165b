import type { Guard } from "../guard.ts";
import type { World } from "../world.ts";
import { browserKey, networkOf } from "./rules.ts";
import { browserHasNoEvent } from "./store.ts";

/**
 * Holds while the caller's browser is new to the account: nobody has signed in within the last year with a browser of
 * that name and system from the same network or the same place. The name alone would not do, for a stranger's may
 * well be the same; the address alone would not either, for it changes as people move about.
 */
export function browserIsUnknown(world: World, accountId: string): Guard {
  const { ip, userAgent, place } = world.caller;
  return browserHasNoEvent(accountId, { browser: browserKey(userAgent), network: networkOf(ip), place });
}
