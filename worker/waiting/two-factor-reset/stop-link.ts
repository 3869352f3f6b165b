import { type CheckedLink, checkSignedLink } from "../../crypto/checked-link.ts";
import type { World } from "../../world.ts";
import { resetIs } from "./store.ts";

/** Looks at a link as one that stops a reset of two-factor that waits. */
export function checkTwoFactorStopLink(world: World, link: string): Promise<CheckedLink | null> {
  return checkSignedLink(world, link, {
    purpose: "stop-two-factor-reset",
    days: stopLinkDays,
    lives: ({ accountId, subject }) => resetIs(accountId, subject),
  });
}

/** For how long the link that stops a reset is good: longer than the longest wait that the settings allow. */
export const stopLinkDays = 60;

/** Resets that one run of the cron trigger carries out at most; the next sign-in carries out its own. */
export const resetsInARun = 25;
