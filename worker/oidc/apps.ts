import type { ConnectedApp } from "../../shared/contract/oidc.ts";
import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import { tellOfDisconnection } from "../logout/note.ts";
import { tellOfLogouts } from "../logout/tell.ts";
import type { World } from "../world.ts";
import { takeConsentBack } from "./consent/allow.ts";
import { endFamiliesOfApp } from "./family/store.ts";
import { deleteApp, findApps } from "./store.ts";

/** More sites than anybody signs in to. */
const listedAtMost = 200;

/** The sites that somebody has signed in to, the one used last first; one that nobody knows any more goes by its id. */
export async function listApps(world: World, accountId: string): Promise<ConnectedApp[]> {
  const rows = await findApps(world.db, accountId, listedAtMost);
  const names = new Map(world.settings.oidcClients.map(({ id, name }) => [id, name]));
  return rows.map((row) => ({
    clientId: row.client_id,
    name: names.get(row.client_id) ?? row.name ?? row.client_id,
    scopes: row.scope.split(" "),
    firstUsedAt: new Date(row.first_used_at).toISOString(),
    lastUsedAt: new Date(row.last_used_at).toISOString(),
  }));
}

/**
 * Takes back what a site was given: its codes and tokens of this account end, it is told so, and it has to ask anew.
 * `not_found`: the person has not signed in to it.
 */
export async function removeApp(
  world: World,
  accountId: string,
  clientId: string,
): Promise<Outcome<void, "not_found">> {
  const results = await world.db.batch([
    endFamiliesOfApp(world, accountId, clientId),
    tellOfDisconnection(world, accountId, clientId),
    takeConsentBack(world, accountId, clientId),
    ...deleteApp(world.db, accountId, clientId),
  ]);
  world.afterAnswer(() => tellOfLogouts(world));
  return results.at(-1)?.results.length === 1 ? ok(undefined) : fail("not_found");
}
