/** How the platform's WebCrypto names what a JWS names by `alg` (RFC 7518 3.1). The first is that of service tokens. */
const algorithms = {
  ES256: { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" },
  RS256: {
    name: "RSASSA-PKCS1-v1_5",
    modulusLength: 2048,
    publicExponent: new Uint8Array([1, 0, 1]),
    hash: "SHA-256",
  },
} as const;

/** An algorithm that tokens are signed by. */
export type SigningAlg = keyof typeof algorithms;

/** Every algorithm that tokens are signed by. */
export const signingAlgs = Object.keys(algorithms) as SigningAlg[];

/** The parts of a key that anyone may know. */
export type PublicJwk =
  | { kty: "EC"; crv: "P-256"; x: string; y: string; alg: "ES256" }
  | { kty: "RSA"; n: string; e: string; alg: "RS256" };

/** A private key, with its public parts, as it is kept. */
export type PrivateJwk = ({ kty: "EC"; crv: "P-256"; x: string; y: string } | { kty: "RSA"; n: string; e: string }) & {
  d: string;
};

/** Draws a key pair. The platform draws it, and takes no randomness of ours. */
export async function drawKeyPair(alg: SigningAlg): Promise<PrivateJwk> {
  const pair = await crypto.subtle.generateKey(algorithms[alg], true, ["sign", "verify"]);
  if (!("privateKey" in pair)) throw new Error("the platform made no key pair");
  const {
    key_ops: _,
    ext: __,
    alg: ___,
    ...jwk
  } = (await crypto.subtle.exportKey("jwk", pair.privateKey)) as JsonWebKey;
  return jwk as PrivateJwk;
}

/** The public parts alone: nothing that is not named here is ever published. */
export function publicPart(jwk: PrivateJwk): PublicJwk {
  if (jwk.kty === "RSA") return { kty: jwk.kty, n: jwk.n, e: jwk.e, alg: "RS256" };
  return { kty: jwk.kty, crv: jwk.crv, x: jwk.x, y: jwk.y, alg: "ES256" };
}

/** Signs bytes. WebCrypto returns r and s of ECDSA side by side, which is the form that a JWS has. */
export async function signBytes(
  alg: SigningAlg,
  jwk: PrivateJwk,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  const key = await crypto.subtle.importKey("jwk", jwk, algorithms[alg], false, ["sign"]);
  return new Uint8Array(await crypto.subtle.sign(algorithms[alg], key, bytes));
}

/** Whether a signature is of this key. */
export async function isSignatureOf(
  jwk: PublicJwk,
  { signature, bytes }: { signature: Uint8Array<ArrayBuffer>; bytes: Uint8Array<ArrayBuffer> },
): Promise<boolean> {
  const key = await crypto.subtle.importKey("jwk", jwk, algorithms[jwk.alg], false, ["verify"]);
  return crypto.subtle.verify(algorithms[jwk.alg], key, signature, bytes);
}
