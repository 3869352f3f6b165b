import { fromBase64Url } from "../crypto/base64.ts";
import { utf8 } from "../crypto/utf8.ts";
import type { World } from "../world.ts";
import { isSignatureOf, publicPart } from "./algorithm.ts";
import { findSigningKeys } from "./find.ts";

/**
 * What an ID token says that this service has signed, of whatever age; null for any other text, and for a token of another
 * kind. It tells where the token came from and no more: nothing may be allowed by one that has expired.
 */
export async function readIdToken(world: World, token: string): Promise<Record<string, unknown> | null> {
  const [head, claims, signature, ...rest] = token.split(".");
  if (head === undefined || claims === undefined || signature === undefined || rest.length > 0) return null;
  const header = parse(head);
  if (header?.typ !== "JWT") return null;
  const { keys } = await findSigningKeys(world, []);
  const signer = keys.find(({ id }) => id === header.kid);
  // The algorithm is the key's own, whatever the token says of it.
  if (!signer || header.alg !== signer.alg) return null;
  const signed = { signature: bytes(signature), bytes: utf8(`${head}.${claims}`) };
  return (await isSignatureOf(publicPart(signer.jwk), signed)) ? parse(claims) : null;
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
