import type Argon2 from "@phi-ag/argon2";
import { argon2Text } from "../../shared/argon2-text.ts";
import { fromBase64 } from "../vault/base64.ts";
import type { Stretching } from "../vault/vault-lock.ts";

/** What a new passphrase is stretched by (promise E2): RFC 9106's second choice, with one lane for one thread. */
export const stretchingNow = { kdf: "argon2id", memoryKiB: 65_536, passes: 3, lanes: 1 } as const;

/** Bytes of a salt (RFC 9106 3.1: 16). */
export const saltBytes = 16;

/** The 32 bytes that Argon2id makes of a passphrase. */
export function argon2id(argon2: Argon2, passphrase: string, by: Stretching): Uint8Array<ArrayBuffer> {
  const { hash } = argon2.hash(argon2Text(passphrase), {
    memoryCost: by.memoryKiB,
    timeCost: by.passes,
    parallelism: by.lanes,
    hashLength: 32,
    salt: fromBase64(by.salt),
  });
  return new Uint8Array(hash);
}
