import type { UserInfo } from "../../shared/contract/oidc.ts";
import { toBase64Url } from "../crypto/base64.ts";
import { utf8 } from "../crypto/utf8.ts";
import type { LastProof } from "../session/rules.ts";
import { signToken } from "../signing-key/sign.ts";
import type { World } from "../world.ts";
import { idTokenLifetimeSeconds, type OidcClient } from "./rules.ts";

/** What an ID token says. */
export interface IdTokenContent {
  client: OidcClient;
  accountId: string;
  /** What the site may know of them. */
  person: Omit<UserInfo, "sub">;
  /** What `acr` says instead of the level that was proved. */
  acr: "aal1" | undefined;
  nonce: string | null;
  /** The session that it comes from; null once that has ended. */
  sessionId: string | null;
  proof: LastProof;
  /** The access token that goes with it. */
  accessToken: string;
}

/** An ID token (OpenID Connect Core 2): who signed in to the site, and how and when they proved who they are. */
export async function idTokenFor(world: World, content: IdTokenContent): Promise<string> {
  const issuedAt = Math.floor(world.now / 1000);
  const { person, nonce, sessionId, proof } = content;
  return signToken(
    world,
    { alg: content.client.idTokenSignedResponseAlg, typ: "JWT" },
    {
      iss: world.settings.origin,
      sub: content.accountId,
      aud: content.client.id,
      iat: issuedAt,
      exp: issuedAt + idTokenLifetimeSeconds,
      auth_time: Math.floor(proof.at / 1000),
      amr: proof.amr,
      acr: content.acr ?? proof.acr,
      at_hash: await leftHalfOfHash(content.accessToken),
      ...(nonce !== null && { nonce }),
      ...(sessionId !== null && { sid: sessionId }),
      ...person,
    },
  );
}

/** OpenID Connect Core 3.1.3.6: both algorithms hash by SHA-256. */
async function leftHalfOfHash(token: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", utf8(token));
  return toBase64Url(new Uint8Array(digest.slice(0, 16)));
}
