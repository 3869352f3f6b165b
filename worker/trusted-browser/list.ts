import type { RememberedDevice } from "../../shared/contract/trusted-browser.ts";
import { hashToken } from "../crypto/token.ts";
import { browserName } from "../http/browser-name.ts";
import type { World } from "../world.ts";
import { rememberedSince } from "./rules.ts";
import { findBrowsers } from "./store.ts";

/** The browsers that the account remembers, the last used first; the one that sent `token` is marked. */
export async function listBrowsers(
  world: World,
  accountId: string,
  token: string | undefined,
): Promise<RememberedDevice[]> {
  const since = rememberedSince(world.now, world.settings.rememberDeviceDays);
  const rows = await findBrowsers(world.db, accountId, { now: world.now, since });
  const own = token === undefined ? undefined : await hashToken(token);
  return rows.map((row) => ({
    id: row.id,
    ...(row.name !== null && { name: row.name }),
    userAgent: row.user_agent,
    ...browserName(row.user_agent),
    ...(row.place !== null && { place: row.place }),
    createdAt: new Date(row.created_at).toISOString(),
    lastUsedAt: new Date(row.last_used_at).toISOString(),
    expiresAt: new Date(row.expires_at).toISOString(),
    current: row.token_hash === own,
  }));
}
