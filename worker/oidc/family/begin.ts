import type { D1PreparedStatement } from "@cloudflare/workers-types";
import { randomId } from "../../crypto/random.ts";
import { day } from "../../time.ts";
import type { World } from "../../world.ts";
import type { OidcClient } from "../rules.ts";
import { insertFamily } from "./store.ts";
import { newRefreshToken } from "./token.ts";

/** What begins with an exchange: statements for its batch, after that of the exchange, and the token that they make good. */
export interface BegunFamily {
  statements: D1PreparedStatement[];
  refreshToken: string | null;
}

/**
 * Begins a family of refresh tokens with a code, where the client gets them. With the scope `offline_access` they outlive a plain sign-out.
 */
export async function beginFamily(
  world: World,
  client: OidcClient,
  { codeHash, tokenHash }: { codeHash: string; tokenHash: string },
): Promise<BegunFamily> {
  if (!client.refreshTokens) return { statements: [], refreshToken: null };
  const id = randomId(world.random);
  const { token, hash } = await newRefreshToken(world, id);
  const family = {
    id,
    codeHash,
    accessHash: tokenHash,
    refreshHash: hash,
    expiresAt: world.now + client.refreshTokenDays * day,
    now: world.now,
  };
  return { statements: [insertFamily(world.db, family)], refreshToken: token };
}
