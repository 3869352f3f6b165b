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

/** For how long the link that stops it is good; longer than the wait, since it takes effect at the next sign-in only. */
export const stopLinkDays = 30;
