import type { KeySet } from "../../shared/contract/token.ts";
import type { World } from "../world.ts";
import { publicPart, signingAlgs } from "./algorithm.ts";
import { findSigningKeys } from "./find.ts";

/** The public halves of the keys that sign, of the next ones, and of those whose tokens may still live. */
export async function publishKeys(world: World): Promise<KeySet> {
  const { keys } = await findSigningKeys(world, signingAlgs);
  return { keys: keys.map(({ id, jwk }) => ({ ...publicPart(jwk), kid: id, use: "sig" as const })) };
}
