import { readFileSync } from "node:fs";
import { Secret } from "otpauth";
import { describe, expect, it } from "vitest";
import { algorithms, type TotpKey } from "../../../shared/otp/otp-key.ts";
import { matchingTotpStep, secondsLeft, totpCode, totpStep } from "../../../shared/otp/totp.ts";

interface Vectors {
  totp_rfc6238_appB: {
    digits: number;
    period: number;
    secrets_ascii: Record<"SHA1" | "SHA256" | "SHA512", string>;
    rows: [seconds: number, sha1: string, sha256: string, sha512: string][];
  };
}

const vectors = new URL("../../data/rfc-otp-vectors.json", import.meta.url);
const { digits, period, secrets_ascii, rows } = (JSON.parse(readFileSync(vectors, "utf8")) as Vectors)
  .totp_rfc6238_appB;

function keyOf(algorithm: TotpKey["algorithm"]): TotpKey {
  const secret = Secret.fromUTF8(secrets_ascii[algorithm]).base32;
  return { type: "totp", secret, algorithm, digits, period, issuer: "RFC", account: "6238" };
}

describe("totpCode", () => {
  it.each(
    rows.flatMap(([seconds, ...codes]) => algorithms.map((algorithm, i) => ({ seconds, algorithm, code: codes[i] }))),
  )("makes $code at $seconds s with $algorithm (RFC 6238 appendix B)", ({ seconds, algorithm, code }) => {
    expect(totpCode(keyOf(algorithm), seconds * 1000)).toBe(code);
  });

  it("holds for the whole step and changes with the next", () => {
    const key = keyOf("SHA1");
    expect(totpCode(key, 59_999)).toBe(totpCode(key, 30_000));
    expect(totpCode(key, 60_000)).not.toBe(totpCode(key, 59_999));
  });
});

describe("secondsLeft", () => {
  it("is the whole period at a step's first moment", () => expect(secondsLeft(30, 60_000)).toBe(30));
  it("is a fraction just before the end", () => expect(secondsLeft(30, 59_500)).toBe(0.5));
  it("goes by the key's own period", () => expect(secondsLeft(60, 61_000)).toBe(59));
});

describe("matchingTotpStep", () => {
  const key = keyOf("SHA1");
  const now = 1_111_111_109_000;
  const step = totpStep(now, period);
  const codeOfStep = (wanted: number) => totpCode(key, wanted * period * 1000);

  it.each([-1, 0, 1])("finds the step %i from now", (away) => {
    expect(matchingTotpStep(key, codeOfStep(step + away), now, 1)).toBe(step + away);
  });

  it.each([-2, 2])("refuses the step %i from now", (away) => {
    expect(matchingTotpStep(key, codeOfStep(step + away), now, 1)).toBeUndefined();
  });

  it.each(["", "0708180", "070818040", "0708180x", "٠٧٠٨١٨٠٤"])("refuses %j", (code) => {
    expect(matchingTotpStep(key, code, now, 1)).toBeUndefined();
  });

  it("does not fail in the first step of all", () => {
    expect(matchingTotpStep(key, codeOfStep(0), 0, 1)).toBe(0);
  });
});
