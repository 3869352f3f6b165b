import { toBase64Url } from "../crypto/base64url.ts";
import type { World } from "../world.ts";
import { findSigningKeys } from "./find.ts";

/** Signs `claims` as a JWT by ES256 (RFC 7518 3.4) with the key whose turn it is. */
export async function signToken(world: World, claims: Record<string, unknown>): Promise<string> {
  const { signer } = await findSigningKeys(world);
  const algorithm = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" };
  const key = await crypto.subtle.importKey("jwk", signer.jwk, algorithm, false, ["sign"]);
  const content = [{ alg: "ES256", typ: "JWT", kid: signer.id }, claims].map(encode).join(".");
  // WebCrypto answers r and s side by side, which is the form that a JWS has.
  const signature = await crypto.subtle.sign(algorithm, key, new TextEncoder().encode(content));
  return `${content}.${toBase64Url(new Uint8Array(signature))}`;
}

function encode(part: object): string {
  return toBase64Url(new TextEncoder().encode(JSON.stringify(part)));
}
