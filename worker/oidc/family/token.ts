import { hashToken, newToken } from "../../crypto/token.ts";
import type { World } from "../../world.ts";

/** A refresh token that was read: the family that it names, and its hash. */
export interface RefreshToken {
  familyId: string;
  hash: string;
}

/** A new refresh token of a family: the family's id and 256 random bits, of which the hash alone is kept. */
export async function newRefreshToken(world: World, familyId: string): Promise<{ token: string; hash: string }> {
  const { token: secret } = await newToken(world.random);
  const token = `${familyId}.${secret}`;
  return { token, hash: await hashToken(token) };
}

/** Reads a refresh token; null for what is none. */
export async function readRefreshToken(token: string): Promise<RefreshToken | null> {
  const [, familyId] = /^([\w-]{10,64})\.[\w-]{43}$/.exec(token) ?? [];
  return familyId === undefined ? null : { familyId, hash: await hashToken(token) };
}
