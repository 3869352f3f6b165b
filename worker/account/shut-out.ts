import type { D1PreparedStatement } from "@cloudflare/workers-types";
import { forgetDevices } from "../device/forget.ts";
import type { Guard } from "../guard.ts";
import { voidPassword } from "../password/void.ts";
import { voidResets } from "../password-reset/end.ts";
import { endSessions } from "../session/end.ts";
import { endSignIns } from "../sign-in/end.ts";
import type { World } from "../world.ts";
import { voidTwoFactorReset } from "./two-factor-reset/void.ts";
import { voidLinksWithThisOne } from "./void-links.ts";

/**
 * Statements that shut everybody out of an account while `guard` holds: every session, remembered browser, sign-in and
 * reset in progress ends, the password is void until it is reset, and no link of an earlier mail works again. The
 * last one answers a row.
 */
export function shutOut(world: World, accountId: string, guard: Guard): D1PreparedStatement[] {
  return [
    endSessions(world, accountId, guard),
    endSignIns(world, accountId, guard),
    forgetDevices(world, accountId, guard),
    ...voidResets(world, accountId, guard),
    voidTwoFactorReset(world, accountId, guard),
    voidPassword(world, accountId, guard),
    // The last, for it may be what `guard` goes by.
    voidLinksWithThisOne(world, accountId, guard),
  ];
}
