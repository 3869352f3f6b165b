import type { ClientAlg, ClientKey } from "../../../shared/contract/client-key.ts";
import { fromBase64Url } from "../../crypto/base64.ts";
import { utf8 } from "../../crypto/utf8.ts";
import type { Assertion } from "./rules.ts";

/** How the platform's WebCrypto names each algorithm. */
const algorithms = {
  RS256: { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" },
  PS256: { name: "RSA-PSS", hash: "SHA-256", saltLength: 32 },
  ES256: { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" },
} as const satisfies Record<ClientAlg, object>;

/** Whether one of the keys has signed an assertion; a key that the platform refuses has not. */
export async function isSignedByOneOf(
  { header, signed, signature }: Assertion,
  keys: readonly ClientKey[],
): Promise<boolean> {
  const content = { bytes: utf8(signed), signature: fromBase64Url(signature) };
  for (const key of keys) if (await isSignedBy(header.alg, key, content)) return true;
  return false;
}

async function isSignedBy(
  alg: ClientAlg,
  key: ClientKey,
  { bytes, signature }: { bytes: Uint8Array<ArrayBuffer>; signature: Uint8Array<ArrayBuffer> },
): Promise<boolean> {
  const algorithm = algorithms[alg];
  const jwk =
    key.kty === "RSA" ? { kty: key.kty, n: key.n, e: key.e } : { kty: key.kty, crv: key.crv, x: key.x, y: key.y };
  try {
    const imported = await crypto.subtle.importKey("jwk", jwk, algorithm, false, ["verify"]);
    return await crypto.subtle.verify(algorithm, imported, signature, bytes);
  } catch {
    return false;
  }
}
