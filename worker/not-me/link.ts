import { linkIsGood } from "../account/store.ts";
import { type CheckedLink, checkSignedLink } from "../crypto/checked-link.ts";
import type { World } from "../world.ts";

/** Looks at a link as that of a security mail: 'this wasn't me'. */
export function checkNotMeLink(world: World, link: string): Promise<CheckedLink | null> {
  return checkSignedLink(world, link, {
    purpose: "not-me",
    days: notMeLinkDays,
    lives: ({ accountId, madeAt }) => linkIsGood(accountId, madeAt),
  });
}

/** How long the 'this wasn't me' link of a mail is good. */
export const notMeLinkDays = 7;
