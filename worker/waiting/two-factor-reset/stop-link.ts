import { type CheckedLink, checkSignedLink } from "../../crypto/checked-link.ts";
import type { World } from "../../world.ts";
import { stopLinkDays } from "./rules.ts";
import { resetIs } from "./store.ts";

/** Looks at a link as one that stops a reset of two-factor that waits. */
export function checkTwoFactorStopLink(world: World, link: string): Promise<CheckedLink | null> {
  return checkSignedLink(world, link, {
    purpose: "stop-two-factor-reset",
    days: stopLinkDays,
    lives: ({ accountId, subject }) => resetIs(accountId, subject),
  });
}
