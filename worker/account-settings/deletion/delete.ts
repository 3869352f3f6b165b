import type { D1PreparedStatement } from "@cloudflare/workers-types";
import { accountExists, deleteRow } from "../../account/store.ts";
import { voidCodesOf } from "../../email-code/store.ts";
import { always, both, type Guard } from "../../guard.ts";
import { queueMail } from "../../mail/queue.ts";
import { type SecurityNews, securityLetter } from "../../mail/security-letter.ts";
import type { Owner } from "../../mail/tell-owner.ts";
import { forgetTriesOf } from "../../throttle/forget.ts";
import { tellOfDeletion } from "../../webhook/outbox/tell-of-deletion.ts";
import type { World } from "../../world.ts";

/**
 * Deletes an account with every row that is kept of it, in one transaction. The mail that confirms it is no part of
 * the account, so that it outlives it; its own row goes when it has been sent.
 */
export async function deleteAccount(world: World, owner: Owner): Promise<void> {
  await world.db.batch(accountDeletion(world, owner, { kind: "account_deleted" }));
}

/** The statements of that, with the news that the mail tells, while `guard` holds; the last returns a row if it does. */
export function accountDeletion(
  world: World,
  owner: Owner,
  news: SecurityNews,
  guard: Guard = always,
): D1PreparedStatement[] {
  const letter = securityLetter(owner.locale, news, null, world);
  const deletes = both(accountExists(owner.id), guard);
  return [
    queueMail(world, { to: owner.email, letter }, deletes),
    tellOfDeletion(world, owner.id, deletes),
    voidCodesOf(world, owner.id, deletes),
    forgetTriesOf(world, owner.id, deletes),
    // All else goes with the account by its foreign keys.
    deleteRow(world.db, owner.id, guard),
  ];
}
