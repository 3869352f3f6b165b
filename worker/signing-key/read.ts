import { fromBase64Url } from "../crypto/base64url.ts";
import type { World } from "../world.ts";
import { findSigningKeys } from "./find.ts";

/**
 * What a token says that this service has signed, of whatever age; null for any other text. It tells where the token came
 * from and no more: nothing may be allowed by one that has expired.
 */
export async function readOwnToken(world: World, token: string): Promise<Record<string, unknown> | null> {
  const [head, claims, signature, ...rest] = token.split(".");
  if (head === undefined || claims === undefined || signature === undefined || rest.length > 0) return null;
  const kid = parse(head)?.kid;
  const { keys } = await findSigningKeys(world);
  const signer = keys.find(({ id }) => id === kid);
  if (!signer) return null;
  const { d: _, ...publicJwk } = signer.jwk;
  const algorithm = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" };
  const key = await crypto.subtle.importKey("jwk", publicJwk, algorithm, false, ["verify"]);
  const content = new TextEncoder().encode(`${head}.${claims}`);
  const isOurs = await crypto.subtle.verify(algorithm, key, bytes(signature), content);
  return isOurs ? parse(claims) : null;
}

function parse(part: string): Record<string, unknown> | null {
  try {
    const read: unknown = JSON.parse(new TextDecoder().decode(bytes(part)));
    return typeof read === "object" ? (read as Record<string, unknown> | null) : null;
  } catch {
    return null;
  }
}

function bytes(part: string): Uint8Array<ArrayBuffer> {
  return /^[\w-]*$/.test(part) ? fromBase64Url(part) : new Uint8Array();
}
