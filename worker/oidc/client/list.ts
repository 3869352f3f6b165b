import type { RegisteredClient } from "../../../shared/contract/oidc-client.ts";
import { readForOperator } from "../../operator/log.ts";
import type { CurrentOperator } from "../../operator/rules.ts";
import type { World } from "../../world.ts";
import { isConfidential, type OidcClient } from "../rules.ts";
import { clientOf } from "./find.ts";
import { type ClientRow, findClientRows } from "./store.ts";

/** More sites than anybody registers. */
const listedAtMost = 500;

/** Every registered site: those of the settings, which cannot be changed by the API, and then those of the table. */
export async function listClients(world: World, operator: CurrentOperator): Promise<RegisteredClient[]> {
  const did = "sites_listed";
  const rows = await readForOperator<ClientRow>(world, operator, { did }, findClientRows(world.db, listedAtMost));
  return [
    ...world.settings.oidcClients.map((client) => describeClient(client, null)),
    ...rows.map((row) => describeClient(clientOf(row), row.created_at)),
  ];
}

/** A site as an operator sees it; `createdAt` in milliseconds since 1970, null for one of the settings. */
export function describeClient(client: OidcClient, createdAt: number | null): RegisteredClient {
  return {
    id: client.id,
    name: client.name,
    redirectUris: [...client.redirectUris],
    signOutUris: [...client.signOutUris],
    confidential: isConfidential(client),
    pkce: client.pkce,
    idTokenSignedResponseAlg: client.idTokenSignedResponseAlg,
    origins: [...client.origins],
    refreshTokens: client.refreshTokens,
    refreshTokenDays: client.refreshTokenDays,
    accessTokenSeconds: client.accessTokenSeconds,
    jwks: client.jwks,
    jwksUri: client.jwksUri,
    backChannelLogoutUri: client.backChannelLogoutUri,
    ours: client.ours,
    logoUri: client.logoUri,
    requirePushedAuthorizationRequests: client.requirePushedAuthorizationRequests,
    createdAt: createdAt === null ? null : new Date(createdAt).toISOString(),
  };
}
