import type { D1PreparedStatement } from "@cloudflare/workers-types";
import { voidCodesOf } from "../email-code/void.ts";
import { queueMail } from "../mail/queue.ts";
import { type SecurityNews, securityLetter } from "../mail/security-letter.ts";
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
  await world.db.batch(accountDeletion(world, owner, { kind: "account_deleted" }));
}

/** The statements of that, with the news that the mail tells. */
export function accountDeletion(world: World, owner: Owner, news: SecurityNews): D1PreparedStatement[] {
  const letter = securityLetter(owner.locale, news, null, world);
  return [
    queueMail(world, { to: owner.email, letter }, accountExists(owner.id)),
    tellOfDeletion(world, owner.id, accountExists(owner.id)),
    voidCodesOf(world, owner.id),
    forgetTriesOf(world, owner.id),
    // All else goes with the account by its foreign keys.
    deleteRow(world.db, owner.id),
  ];
}
