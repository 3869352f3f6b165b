import type { D1PreparedStatement } from "@cloudflare/workers-types";
import { recordEvent } from "../activity/record.ts";
import { randomId } from "../crypto/random.ts";
import { hashToken, newToken } from "../crypto/token.ts";
import type { Guard } from "../guard.ts";
import type { BrowserToCarry } from "../http/browser-carrier.ts";
import { noteBinding } from "../set-aside/bind.ts";
import type { World } from "../world.ts";
import { browserLife, rememberedAtMost } from "./rules.ts";
import { deleteBrowserOfToken, deleteUnusedBrowsers, insertBrowser } from "./store.ts";

/** A browser that is remembered when `statements` are run in the caller's batch. */
export interface BrowserToRemember {
  statements: D1PreparedStatement[];
  browser: BrowserToCarry;
}

/**
 * Remembers the caller's browser for one account and by the session that begins, while `guard` holds, in place of the token that it had for it.
 * The token stays the same for its whole life: were it renewed at each use, two windows signing in at once would
 * forget each other, and what a copy of it could do is bounded all the same: it skips one step, of one account, until
 * it expires, is forgotten in the list, or any change to password or two-factor ends it.
 */
export async function rememberBrowser(
  world: World,
  accountId: string,
  oldToken: string | undefined,
  sessionId: string,
  guard: Guard,
): Promise<BrowserToRemember> {
  const { token, hash } = await newToken(world.random);
  const life = browserLife(world.now, world.settings.rememberDeviceDays);
  const { userAgent, place } = world.caller;
  const row = { id: randomId(world.random), accountId, tokenHash: hash, userAgent, place, ...life };
  const oldHash = oldToken === undefined ? undefined : await hashToken(oldToken);
  return {
    statements: [
      ...(oldHash === undefined ? [] : [deleteBrowserOfToken(world.db, accountId, oldHash, guard)]),
      insertBrowser(world.db, row, guard),
      noteBinding(world, accountId, { kind: "browser", id: row.id, sessionId }, guard),
      deleteUnusedBrowsers(world.db, { accountId, newId: row.id, most: rememberedAtMost }),
      recordEvent(world, accountId, { type: "device_remembered" }, guard),
    ],
    browser: { token, expiresAt: life.expiresAt },
  };
}
