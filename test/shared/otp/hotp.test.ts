import { readFileSync } from "node:fs";
import { Secret } from "otpauth";
import { expect, it } from "vitest";
import { hotpCode } from "../../../shared/otp/hotp.ts";
import type { HotpKey } from "../../../shared/otp/otp-key.ts";

interface Vectors {
  hotp_rfc4226_appD: { secret_ascii: string; digits: number; values: string[] };
}

const vectors = new URL("../../data/rfc-otp-vectors.json", import.meta.url);
const { secret_ascii, digits, values } = (JSON.parse(readFileSync(vectors, "utf8")) as Vectors).hotp_rfc4226_appD;

const secret = Secret.fromUTF8(secret_ascii).base32;
const key: HotpKey = { type: "hotp", secret, algorithm: "SHA1", digits, counter: 0, issuer: "RFC", account: "4226" };

it.each(values.map((code, counter) => ({ code, counter })))(
  "makes $code of counter $counter (RFC 4226 appendix D)",
  ({ code, counter }) => {
    expect(hotpCode(key, counter)).toBe(code);
    expect(hotpCode({ ...key, counter })).toBe(code);
  },
);
