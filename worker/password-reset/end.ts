import type { D1PreparedStatement } from "@cloudflare/workers-types";
import { forgetDevices } from "../device/forget.ts";
import type { Guard } from "../guard.ts";
import { voidMailedLinks } from "../link/use.ts";
import { endSessions } from "../session/end.ts";
import { endSignIns } from "../sign-in/end.ts";
import { endUnlocks } from "../sign-in/unlock/end.ts";
import type { World } from "../world.ts";
import { deleteResetsOf, deleteWaiting } from "./store.ts";

/**
 * Statements that end what rested on an old password: sessions, remembered browsers, sign-ins in progress, while
 * `guard` holds (promise S5).
 */
export function endAllThatRested(world: World, accountId: string, guard: Guard): D1PreparedStatement[] {
  return [
    endSessions(world, accountId, guard),
    forgetDevices(world, accountId, guard),
    endSignIns(world, accountId, guard),
  ];
}

/** Statements that void every code and link that was mailed to the account's owner for a reset or an unlock, while `guard` holds. */
export function voidResetMails(world: World, accountId: string, guard: Guard): D1PreparedStatement[] {
  return [
    deleteResetsOf(world.db, accountId, guard),
    voidMailedLinks(world, accountId, guard),
    endUnlocks(world, accountId, guard),
  ];
}

/**
 * Statements that void every reset of the account, those that wait for a code or a link and one that waits to be ready,
 * while `guard` holds.
 */
export function voidResets(world: World, accountId: string, guard: Guard): D1PreparedStatement[] {
  return [...voidResetMails(world, accountId, guard), deleteWaiting(world.db, accountId, guard)];
}
