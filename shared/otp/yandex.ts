import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { keyBytes } from "./key-bytes.ts";
import { type YandexKey, yandexSettings } from "./otp-key.ts";
import { totpStep } from "./totp.ts";

/** Letters that a code may have, from a on. */
const letters = 26n;

/**
 * The code of Yandex.Key at `atMs`, milliseconds since 1970: HMAC-SHA-256 of the step by the hash of PIN and key, without that
 * hash's first byte where it is 0; 63 bits of it, cut out as RFC 4226 cuts 31, as eight letters from a to z.
 */
export function yandexCode({ secret, pin }: YandexKey, atMs: number): string {
  const hashed = sha256(Uint8Array.from([...new TextEncoder().encode(pin), ...keyBytes(secret)]));
  const step = new DataView(new ArrayBuffer(8));
  step.setBigUint64(0, BigInt(totpStep(atMs, yandexSettings.period)));
  const mac = hmac(sha256, hashed[0] === 0 ? hashed.subarray(1) : hashed, new Uint8Array(step.buffer));
  const offset = (mac[mac.length - 1] ?? 0) & 15;
  let value = BigInt.asUintN(63, new DataView(mac.buffer, mac.byteOffset).getBigUint64(offset));
  let code = "";
  for (let place = 0; place < yandexSettings.digits; place++) {
    code = String.fromCharCode(97 + Number(value % letters)) + code;
    value /= letters;
  }
  return code;
}
