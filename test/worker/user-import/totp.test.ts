import { expect, it } from "vitest";
import { readTotp } from "../../../worker/user-import/totp.ts";

const secret = "JBSWY3DPEHPK3PXP";
const link = (query: string) => `otpauth://totp/Example:ana?secret=${secret}${query}`;

it.each([
  ["base32", secret, { secret, algorithm: "SHA1", period: 30 }],
  ["base32 as people type it", "jbsw y3dp-ehpk 3pxp==", { secret, algorithm: "SHA1", period: 30 }],
  ["a link", link(""), { secret, algorithm: "SHA1", period: 30 }],
  ["a link that says all", link("&algorithm=SHA512&digits=6&period=60"), { secret, algorithm: "SHA512", period: 60 }],
])("reads %s", (_, text, value) => {
  expect(readTotp(text)).toEqual({ ok: true, value });
});

it.each([
  ["totp_malformed", ""],
  ["totp_malformed", "otpauth://totp/x?secret="],
  ["totp_malformed", "otpauth:nothing"],
  ["totp_malformed", "A".repeat(208)],
  ["totp_secret_too_short", secret.slice(1)],
  ["totp_unsupported", link("&digits=7")],
  ["totp_unsupported", link("&period=15")],
  ["totp_unsupported", link("&encoder=steam")],
])("refuses as %s: %s", (code, text) => {
  expect(readTotp(text)).toMatchObject({ ok: false, code });
});
