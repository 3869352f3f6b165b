import { notMeLinkDays } from "./rules.ts";
import { type CheckedLink, checkSignedLink } from "../crypto/checked-link.ts";
import type { World } from "../world.ts";
import { linkIsGood } from "../account/store.ts";

/** Looks at a link as that of a security mail: 'this wasn't me'. */
export function checkNotMeLink(world: World, link: string): Promise<CheckedLink | null> {
  return checkSignedLink(world, link, {
    purpose: "not-me",
    days: notMeLinkDays,
    lives: ({ accountId, madeAt }) => linkIsGood(accountId, madeAt),
  });
}
