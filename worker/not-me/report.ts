import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import { readAccountIfAny } from "../account/read.ts";
import { linkIsGood } from "../account/store.ts";
import { recordEvent } from "../activity/record.ts";
import { openLink } from "../crypto/signed-link.ts";
import { tellOwner } from "../mail/tell-owner.ts";
import { disputedTime } from "../set-aside/rules.ts";
import { day } from "../time.ts";
import type { World } from "../world.ts";
import { notMeLinkDays } from "./link.ts";
import { shutOut } from "./shut-out.ts";
import { suspendChanges } from "./suspend.ts";

/**
 * 'This wasn't me': shuts everybody out of the account that a mail's link is for (promise S7), and suspends what was
 * changed since seven days before that mail (promise S10). The link lets its holder do this and nothing else, and voids
 * all that were made before it. `link_expired`: not ours, old or void.
 */
export async function reportNotMe(world: World, link: string): Promise<Outcome<void, "link_expired">> {
  const lifetimeMs = notMeLinkDays * day;
  const opened = await openLink(world.settings.macKey, "not-me", link, { now: world.now, lifetimeMs });
  const owner = opened && (await readAccountIfAny(world, opened.accountId));
  if (!owner) return fail("link_expired");
  const { accountId, madeAt, subject: sessionId } = opened;
  const isGood = linkIsGood(accountId, madeAt);
  const results = await world.db.batch([
    recordEvent(world, accountId, { type: "reported_not_me" }, isGood),
    await tellOwner(world, owner, { kind: "reported_not_me", wayOut: null }, isGood),
    ...suspendChanges(world, accountId, { time: disputedTime(madeAt, sessionId, world.now) }, isGood),
    ...shutOut(world, "reported_not_me", accountId, isGood),
  ]);
  return results.at(-1)?.results.length === 1 ? ok(undefined) : fail("link_expired");
}
