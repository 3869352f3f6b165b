import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import { recordEvent } from "../activity/record.ts";
import { openLink } from "../crypto/signed-link.ts";
import type { World } from "../world.ts";
import { notMeLinkDays } from "./rules.ts";
import { shutOut } from "./shut-out.ts";
import { linkIsGood } from "./store.ts";

/**
 * 'This wasn't me': shuts everybody out of the account that a mail's link is for (promise S7). The link lets its
 * holder do this and nothing else, and voids all that were made before it. `link_expired`: not ours, old or void.
 */
export async function reportNotMe(world: World, link: string): Promise<Outcome<void, "link_expired">> {
  const lifetimeMs = notMeLinkDays * 24 * 60 * 60_000;
  const opened = await openLink(world.settings.macKey, "not-me", link, { now: world.now, lifetimeMs });
  if (!opened) return fail("link_expired");
  const { accountId, madeAt } = opened;
  const isGood = linkIsGood(accountId, madeAt);
  const results = await world.db.batch([
    recordEvent(world, accountId, { type: "reported_not_me" }, isGood),
    ...shutOut(world, "reported_not_me", accountId, isGood),
  ]);
  return results.at(-1)?.results.length === 1 ? ok(undefined) : fail("link_expired");
}
