import type { D1PreparedStatement } from "@cloudflare/workers-types";
import { fail, type Outcome, ok } from "../../../shared/outcome.ts";
import type { World } from "../../world.ts";
import { findClient } from "../client/find.ts";
import { scopes as allScopes } from "../rules.ts";
import { deleteConsent, putConsent } from "./store.ts";

/** Remembers what somebody lets a site know: these scopes and no others. `not_found`: no such site is registered. */
export async function allowApp(
  world: World,
  accountId: string,
  clientId: string,
  scopes: readonly string[],
): Promise<Outcome<void, "not_found">> {
  const client = await findClient(world, clientId);
  if (!client) return fail("not_found");
  const scope = allScopes.filter((each) => scopes.includes(each)).join(" ");
  await world.db.batch([putConsent(world.db, { accountId, clientId, scope, now: world.now })]);
  return ok(undefined);
}

/** A statement that forgets what somebody lets a site know: it has to ask again. */
export function takeConsentBack(world: World, accountId: string, clientId: string): D1PreparedStatement {
  return deleteConsent(world.db, accountId, clientId);
}
