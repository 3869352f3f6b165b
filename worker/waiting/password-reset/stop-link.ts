import { stopLinkDays } from "./rules.ts";
import { type CheckedLink, checkSignedLink } from "../../crypto/checked-link.ts";
import type { World } from "../../world.ts";
import { isWaiting } from "./store.ts";

/** Looks at a link as one that stops a reset that waits. */
export function checkStopLink(world: World, link: string): Promise<CheckedLink | null> {
  return checkSignedLink(world, link, {
    purpose: "stop-reset",
    days: stopLinkDays,
    lives: ({ accountId, subject }) => isWaiting(accountId, subject),
  });
}
