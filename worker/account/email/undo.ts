import { fail, type Outcome, ok } from "../../../shared/outcome.ts";
import { recordEvent } from "../../activity/record.ts";
import { openLink } from "../../crypto/signed-link.ts";
import { tellOwner } from "../../mail/tell-owner.ts";
import type { World } from "../../world.ts";
import { shutOut } from "../shut-out.ts";
import { undoLinkDays } from "./rules.ts";
import { changeIsUndoable, findChange, markUndone, setAddress } from "./store.ts";

/**
 * Puts back the address from before a change, with every change since, and shuts everybody out: whoever changed it
 * could sign in. For the holder of the link that was mailed to the old address. `link_expired`: not ours, old or used.
 */
export async function undoEmail(world: World, link: string): Promise<Outcome<void, "link_expired">> {
  const lifetimeMs = undoLinkDays * 24 * 60 * 60_000;
  const opened = await openLink(world.settings.macKey, "undo-email", link, { now: world.now, lifetimeMs });
  const change = opened && (await findChange(world.db, opened.accountId, opened.subject));
  if (!change) return fail("link_expired");
  const { id, account_id: accountId, created_at: since } = change;
  const isUndoable = changeIsUndoable(id);
  const owner = { id: accountId, email: change.old_email, locale: change.locale === "es" ? "es" : "en" } as const;
  const results = await world.db.batch([
    recordEvent(world, accountId, { type: "email_change_undone" }, isUndoable),
    ...shutOut(world, "email_change_undone", accountId, isUndoable),
    await tellOwner(world, owner, { kind: "email_change_undone", wayOut: null }, isUndoable),
    setAddress(world.db, { id, accountId }, "old", isUndoable),
    markUndone(world.db, { accountId, since, now: world.now }, isUndoable),
  ]);
  return results.at(-2)?.results.length === 1 ? ok(undefined) : fail("link_expired");
}
