import type { D1PreparedStatement } from "@cloudflare/workers-types";
import { randomId } from "../crypto/random.ts";
import type { Guard } from "../guard.ts";
import type { OidcClient } from "../oidc/rules.ts";
import type { World } from "../world.ts";
import { deleteLogoutsOf, endLoginsOfApp, insertLogout } from "./store.ts";

/** Statements by which a site is told when a session ends, while `guard` holds; none where it does not want to be. */
export function noteLogin(
  world: World,
  client: OidcClient,
  { accountId, sessionId }: { accountId: string; sessionId: string },
  guard: Guard,
): D1PreparedStatement[] {
  if (client.backChannelLogoutUri === null) return [];
  const id = `logout-${randomId(world.random)}`;
  return [insertLogout(world.db, { id, clientId: client.id, accountId, sessionId }, guard)];
}

/** A statement that has a site told that somebody has disconnected it, although their sessions go on. */
export function tellOfDisconnection(world: World, accountId: string, clientId: string): D1PreparedStatement {
  return endLoginsOfApp(world.db, accountId, clientId);
}

/** A statement that forgets what a site was to be told, while `guard` holds. */
export function forgetLogouts(world: World, clientId: string, guard: Guard): D1PreparedStatement {
  return deleteLogoutsOf(world.db, clientId, guard);
}
