import { toBase64Url } from "../crypto/base64.ts";
import { utf8 } from "../crypto/utf8.ts";
import type { World } from "../world.ts";
import { type SigningAlg, signBytes } from "./algorithm.ts";
import { findSigningKeys } from "./find.ts";

/** What a token is, by its header: none passes for one of another kind (RFC 8725 3.11). */
export interface TokenKind {
  alg: SigningAlg;
  /** An ID token; a token for a server (RFC 9068 2.1); one that tells a site of a sign-out (Back-Channel Logout 2.4). */
  typ: "JWT" | "at+jwt" | "logout+jwt";
}

/** Signs `claims` as a JWT (RFC 7519) with the key whose turn it is. */
export async function signToken(
  world: World,
  { alg, typ }: TokenKind,
  claims: Record<string, unknown>,
): Promise<string> {
  const { signers } = await findSigningKeys(world, [alg]);
  const [signer] = signers;
  if (!signer) throw new Error(`no key signs by ${alg}`);
  const content = [{ alg, typ, kid: signer.id }, claims].map(encode).join(".");
  return `${content}.${toBase64Url(await signBytes(alg, signer.jwk, utf8(content)))}`;
}

function encode(part: object): string {
  return toBase64Url(utf8(JSON.stringify(part)));
}
