import type { UserInfo } from "../../shared/contract/oidc.ts";
import { hashToken } from "../crypto/token.ts";
import type { World } from "../world.ts";
import type { KeptClaims } from "./asked-claims.ts";
import { describePerson } from "./person.ts";
import { findGrantOfToken } from "./store.ts";

/** Who an access token is of, as far as its site may know; null for one that is unknown, past or revoked. */
export async function readUserInfo(world: World, accessToken: string): Promise<UserInfo | null> {
  const grant = await findGrantOfToken(world.db, await hashToken(accessToken), world.now);
  if (!grant) return null;
  const { userInfo } = JSON.parse(grant.claims) as KeptClaims;
  return { sub: grant.account_id, ...describePerson(grant, userInfo) };
}
