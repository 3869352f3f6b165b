import { recordEvent } from "../../activity/record.ts";
import { randomId } from "../../crypto/random.ts";
import { endedBy } from "../../ends.ts";
import { not } from "../../guard.ts";
import { momentInWords } from "../../mail/facts.ts";
import { type Owner, tellOwner } from "../../mail/tell-owner.ts";
import { day } from "../../time.ts";
import { deletionId } from "../../waiting/deletion/rules.ts";
import { deletionWaits, insertDeletion } from "../../waiting/deletion/store.ts";
import type { World } from "../../world.ts";
import { deleteAccount } from "./delete.ts";

/**
 * Ends everything that is open of the account and has it deleted after `DELETION_DAYS`; until then signing in can bring it
 * back. With 0 days it is deleted immediately. Its owner is mailed either way, with the date.
 */
export async function beginDeletion(world: World, owner: Owner): Promise<void> {
  const { deletionDays } = world.settings;
  if (deletionDays === 0) return deleteAccount(world, owner);
  const readyAt = world.now + deletionDays * day;
  const row = { accountId: owner.id, id: deletionId(randomId(world.random)), now: world.now, readyAt };
  const isNews = not(deletionWaits(owner.id));
  const about = momentInWords(readyAt, owner.locale);
  await world.db.batch([
    recordEvent(world, owner.id, { type: "deletion_requested" }, isNews),
    await tellOwner(world, owner, { kind: "deletion_requested", about }, isNews),
    insertDeletion(world.db, row),
    ...endedBy(world, "deletion_requested", { accountId: owner.id }, deletionWaits(owner.id)),
  ]);
}
