import { env } from "cloudflare:test";
import { describe, expect, it } from "vitest";
import { readSettings } from "../../worker/environment.ts";

const key = "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVowMTIzNDU=";
const production = {
  ENVIRONMENT: "production",
  ORIGIN: "https://security.example.com",
  MAIL: "resend",
  MAIL_FROM: "Latchkey <security@example.com>",
  RESEND_API_KEY: "re_key",
  SEAL_KEYS: `k2:${key} k1:${key}`,
  MAC_KEY: key,
};

describe("the settings", () => {
  it("of wrangler.toml serve this machine as they are", () => {
    expect(readSettings(env)).toMatchObject({
      origin: "http://localhost:8787",
      mail: { kind: "mailbox" },
      passwordMinimum: 8,
    });
  });

  it("of a production are taken when they are whole", () => {
    const settings = readSettings(production);
    expect(settings.sealKeys.map(({ id }) => id)).toEqual(["k2", "k1"]);
    expect(settings.mail).toMatchObject({ kind: "resend", apiKey: "re_key" });
  });

  it.each([
    [{ ORIGIN: undefined }, "ORIGIN is missing"],
    [{ ORIGIN: "security.example.com" }, "ORIGIN is wrong"],
    [{ ORIGIN: "https://security.example.com/" }, "ORIGIN is wrong"],
    [{ ORIGIN: "http://security.example.com" }, "ORIGIN must be https"],
    [{ MAIL: "mailbox" }, "MAIL must be resend"],
    [{ RESEND_API_KEY: undefined }, "RESEND_API_KEY is missing"],
    [{ MAC_KEY: "short" }, "MAC_KEY is wrong"],
    [{ SEAL_KEYS: "" }, "SEAL_KEYS is wrong"],
    [{ SEAL_KEYS: "noid" }, "SEAL_KEYS"],
    [{ SEAL_KEYS: `local:${key}` }, "local key"],
    [{ ALLOWED_ORIGINS: "http://shop.example" }, "ALLOWED_ORIGINS must be https"],
    [{ PASSWORD_MINIMUM: "7" }, "PASSWORD_MINIMUM is wrong"],
    [{ SESSION_IDLE_DAYS: "365" }, "SESSION_IDLE_DAYS is wrong"],
    [{ REMEMBER_DEVICE_DAYS: "365" }, "REMEMBER_DEVICE_DAYS is wrong"],
    [{ REMEMBER_DEVICE_DAYS: "" }, "REMEMBER_DEVICE_DAYS is wrong"],
    [{ REMEMBER_DEVICE_DAYS: "-1" }, "REMEMBER_DEVICE_DAYS is wrong"],
  ])("stop the start over %j with one line that names it", (wrong, line) => {
    const read = () => readSettings({ ...production, ...wrong });
    expect(read).toThrow(line);
    expect(read).toThrow(/^[^\n]*$/);
  });
});
