import type { KeySet } from "../../shared/contract/token.ts";
import type { World } from "../world.ts";
import { findSigningKeys } from "./find.ts";

/** The public halves of the key that signs, of the next one, and of those whose tokens may still live. */
export async function publishKeys(world: World): Promise<KeySet> {
  const { keys } = await findSigningKeys(world);
  return {
    keys: keys.map(({ id, jwk: { kty, crv, x, y } }) => ({ kty, crv, x, y, kid: id, alg: "ES256", use: "sig" })),
  };
}
