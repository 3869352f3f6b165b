import * as v from "valibot";
import { storedOptions } from "../../../shared/contract/oidc-client.ts";
import type { World } from "../../world.ts";
import { type OidcClient, withOptions } from "../rules.ts";
import { type ClientRow, findClientRow, findWhetherOrigin } from "./store.ts";

/** A registered site, of the setting or else of the table; null for one that nobody registered. */
export async function findClient(world: World, id: string): Promise<OidcClient | null> {
  const ofSetting = world.settings.oidcClients.find((client) => client.id === id);
  if (ofSetting) return ofSetting;
  const row = await findClientRow(world.db, id);
  return row && clientOf(row);
}

/** Whether any registered site has pages of this origin. */
export async function originIsRegistered(world: World, origin: string): Promise<boolean> {
  if (world.settings.oidcClients.some(({ origins }) => origins.includes(origin))) return true;
  return findWhetherOrigin(world.db, origin);
}

/** A site as its row says it. */
export function clientOf(row: ClientRow): OidcClient {
  const client = {
    id: row.id,
    name: row.name,
    redirectUris: JSON.parse(row.redirect_uris) as string[],
    signOutUris: JSON.parse(row.sign_out_uris) as string[],
    secretHash: row.secret_hash,
    earlierSecret: earlierSecretOf(row),
  };
  return withOptions(client, v.parse(storedOptions, JSON.parse(row.options)));
}

function earlierSecretOf({
  earlier_secret_hash: hash,
  earlier_secret_until: until,
}: ClientRow): OidcClient["earlierSecret"] {
  return hash && until ? { hash, until } : null;
}
