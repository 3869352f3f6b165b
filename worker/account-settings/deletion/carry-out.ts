import { localeOf } from "../../../shared/contract/locale.ts";
import { deletionsInARun } from "../../waiting/deletion/rules.ts";
import { deletionIsDue, findDueDeletions } from "../../waiting/deletion/store.ts";
import type { World } from "../../world.ts";
import { accountDeletion } from "./delete.ts";

/** Deletes the accounts whose time has come, as many as one run of the cron trigger may; one that was kept stays. */
export async function carryOutDueDeletions(world: World): Promise<void> {
  for (const row of await findDueDeletions(world.db, world.now, deletionsInARun)) {
    const owner = { id: row.account_id, email: row.email, locale: localeOf(row.locale) };
    const isDue = deletionIsDue(owner.id, row.id, world.now);
    await world.db.batch(accountDeletion(world, owner, { kind: "account_deleted" }, isDue));
  }
}
