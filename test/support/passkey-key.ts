import { encode } from "cborg";
import { fromBase64Url } from "../../worker/crypto/base64.ts";

export type AlgorithmName = "ES256" | "RS256" | "Ed25519" | "ES384";

/** A credential's key pair: signs as an authenticator does, and has its public key as COSE says it (RFC 9052 section 7). */
export interface KeyPair {
  alg: number;
  cose: Uint8Array<ArrayBuffer>;
  sign: (data: Uint8Array<ArrayBuffer>) => Promise<Uint8Array<ArrayBuffer>>;
}

const rsa = { modulusLength: 2048, publicExponent: Uint8Array.of(1, 0, 1) };

const algorithms = {
  ES256: { alg: -7, generate: { name: "ECDSA", namedCurve: "P-256" }, sign: { name: "ECDSA", hash: "SHA-256" } },
  ES384: { alg: -35, generate: { name: "ECDSA", namedCurve: "P-384" }, sign: { name: "ECDSA", hash: "SHA-384" } },
  RS256: {
    alg: -257,
    generate: { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256", ...rsa },
    sign: { name: "RSASSA-PKCS1-v1_5" },
  },
  Ed25519: { alg: -8, generate: { name: "Ed25519" }, sign: { name: "Ed25519" } },
};

/** Makes a key pair. */
export async function newKeyPair(name: AlgorithmName): Promise<KeyPair> {
  const { alg, generate, sign } = algorithms[name];
  const pair = (await crypto.subtle.generateKey(generate, true, ["sign", "verify"])) as CryptoKeyPair;
  const jwk = await crypto.subtle.exportKey("jwk", pair.publicKey);
  return {
    alg,
    cose: new Uint8Array(encode(coseOf(alg, jwk))),
    async sign(data) {
      const signature = new Uint8Array(await crypto.subtle.sign(sign, pair.privateKey, data));
      return sign.name === "ECDSA" ? derSignature(signature) : signature;
    },
  };
}

function coseOf(alg: number, { kty, crv, x = "", y = "", n = "", e = "" }: JsonWebKey): Map<number, unknown> {
  const bytes = (text: string) => fromBase64Url(text);
  if (kty === "RSA")
    return new Map<number, unknown>([
      [1, 3],
      [3, alg],
      [-1, bytes(n)],
      [-2, bytes(e)],
    ]);
  if (kty === "OKP")
    return new Map<number, unknown>([
      [1, 1],
      [3, alg],
      [-1, 6],
      [-2, bytes(x)],
    ]);
  return new Map<number, unknown>([
    [1, 2],
    [3, alg],
    [-1, crv === "P-384" ? 2 : 1],
    [-2, bytes(x)],
    [-3, bytes(y)],
  ]);
}

/** WebCrypto writes r and s side by side, authenticators as ASN.1 integers (WebAuthn L3 6.5.5). */
function derSignature(signature: Uint8Array): Uint8Array<ArrayBuffer> {
  const half = signature.length / 2;
  const numbers = [signature.slice(0, half), signature.slice(half)].flatMap((number) => {
    const digits = [...number.slice(number.findIndex((byte) => byte !== 0))];
    const positive = (digits[0] ?? 0) > 127 ? [0, ...digits] : digits;
    return [2, positive.length, ...positive];
  });
  return Uint8Array.from([0x30, numbers.length, ...numbers]);
}
