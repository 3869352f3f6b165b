import { fromBase64, toBase64 } from "../vault/base64.ts";
import { sealText, unsealText } from "../vault/seal.ts";
import type { PasskeyWrap, PassphraseWrap, Stretching, Wrap } from "../vault/vault-lock.ts";
import { saltBytes, stretchingNow } from "./argon2id.ts";
import type { Stretch } from "./stretch.ts";

type Bytes = Uint8Array<ArrayBuffer>;

/** A new data key: 256 random bits. */
export function newDataKey(): Bytes {
  return crypto.getRandomValues(new Uint8Array(32));
}

/** Wraps a data key by a passphrase, stretched as it is today and with a fresh salt. */
export async function wrapByPassphrase(dataKey: Bytes, passphrase: string, stretch: Stretch): Promise<PassphraseWrap> {
  const salt = toBase64(crypto.getRandomValues(new Uint8Array(saltBytes)));
  const by: Stretching = { ...stretchingNow, salt };
  const key = await wrappingKey(await stretch(passphrase, by));
  return { ...by, ...(await wrap(dataKey, key, boundToPassphrase(by))) };
}

/** The data key; undefined where the passphrase is another one, or where anything of the wrap was changed. */
export async function unwrapByPassphrase(
  wrapped: PassphraseWrap,
  passphrase: string,
  stretch: Stretch,
): Promise<Bytes | undefined> {
  const key = await wrappingKey(await stretch(passphrase, wrapped));
  return await unwrap(wrapped, key, boundToPassphrase(wrapped));
}

/** A passkey, and what it is asked. */
export type PasskeyQuestion = Pick<PasskeyWrap, "credentialId" | "salt">;

/** Wraps a data key by what a passkey answered. */
export async function wrapByPasskey(dataKey: Bytes, asked: PasskeyQuestion, answer: Bytes): Promise<PasskeyWrap> {
  const { credentialId, salt } = asked;
  return { credentialId, salt, ...(await wrap(dataKey, await passkeyKey(answer), boundToPasskey(asked))) };
}

/** The data key; undefined where the answer is another one, or where anything of the wrap was changed. */
export async function unwrapByPasskey(wrapped: PasskeyWrap, answer: Bytes): Promise<Bytes | undefined> {
  return await unwrap(wrapped, await passkeyKey(answer), boundToPasskey(wrapped));
}

async function wrap(dataKey: Bytes, key: CryptoKey, bound: Bytes): Promise<Wrap> {
  const { nonce, sealed } = await sealText(toBase64(dataKey), key, bound);
  return { nonce, wrapped: sealed };
}

async function unwrap({ nonce, wrapped }: Wrap, key: CryptoKey, bound: Bytes): Promise<Bytes | undefined> {
  const text = await unsealText({ nonce, sealed: wrapped }, key, bound);
  return text === undefined ? undefined : fromBase64(text);
}

function boundToPassphrase({ kdf, memoryKiB, passes, lanes, salt }: Stretching): Bytes {
  return spelled(["passphrase", kdf, memoryKiB, passes, lanes, salt]);
}

function boundToPasskey({ credentialId, salt }: PasskeyQuestion): Bytes {
  return spelled(["passkey", credentialId, salt]);
}

function spelled(members: (string | number)[]): Bytes {
  return new TextEncoder().encode(JSON.stringify(["latchkey-vault-key", ...members]));
}

async function wrappingKey(bytes: Bytes): Promise<CryptoKey> {
  return await crypto.subtle.importKey("raw", bytes, "AES-GCM", false, ["encrypt", "decrypt"]);
}

/** A passkey's answer is for this one purpose (RFC 5869): whoever else asks it the same gets no key of ours. */
async function passkeyKey(answer: Bytes): Promise<CryptoKey> {
  const base = await crypto.subtle.importKey("raw", answer, "HKDF", false, ["deriveKey"]);
  const info = new TextEncoder().encode("latchkey vault, unlocked by a passkey");
  const algorithm = { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(), info };
  return await crypto.subtle.deriveKey(algorithm, base, { name: "AES-GCM", length: 256 }, false, [
    "encrypt",
    "decrypt",
  ]);
}
