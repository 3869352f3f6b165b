import { hashToken } from "../../crypto/token.ts";
import type { World } from "../../world.ts";
import type { OidcClient } from "../rules.ts";
import { voidTokenOfClient } from "../store.ts";
import { deleteFamily, familyIsOf, voidAccessToken, voidFirstToken } from "./store.ts";
import { readRefreshToken } from "./token.ts";

/**
 * Revokes a token of a client (RFC 7009): with a refresh token all that came of the same sign-in, with an access token that
 * one alone. A token that is unknown, or another client's, is left as it is, and nobody is told.
 */
export async function revokeToken(world: World, client: OidcClient, token: string): Promise<void> {
  const { db } = world;
  const refresh = await readRefreshToken(token);
  if (refresh) {
    const isOwn = familyIsOf(refresh.familyId, client.id);
    await db.batch([voidFirstToken(db, refresh.familyId, isOwn), deleteFamily(db, refresh.familyId, isOwn)]);
    return;
  }
  const hash = await hashToken(token);
  await db.batch([voidTokenOfClient(world, hash, client.id), ...voidAccessToken(db, hash, client.id)]);
}
