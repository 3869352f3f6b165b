import { voidCodesOf } from "../email-code/void.ts";
import { queueMail } from "../mail/queue.ts";
import { securityLetter } from "../mail/security-letter.ts";
import type { Owner } from "../mail/tell-owner.ts";
import { forgetTriesOf } from "../throttle/forget.ts";
import { tellOfDeletion } from "../webhook/outbox/tell-of-deletion.ts";
import type { World } from "../world.ts";
import { accountExists, deleteRow } from "./store.ts";

/**
 * Deletes an account with every row that is kept of it, in one transaction. The mail that confirms it is no part of
 * the account, so that it outlives it; its own row goes when it has been sent.
 */
export async function deleteAccount(world: World, owner: Owner): Promise<void> {
  const letter = securityLetter(owner.locale, { kind: "account_deleted" }, null, world);
  await world.db.batch([
    queueMail(world, { to: owner.email, letter }, accountExists(owner.id)),
    tellOfDeletion(world, owner.id, accountExists(owner.id)),
    voidCodesOf(world, owner.id),
    forgetTriesOf(world, owner.id),
    // All else goes with the account by its foreign keys.
    deleteRow(world.db, owner.id),
  ]);
}
