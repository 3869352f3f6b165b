import { env } from "cloudflare:test";
import { describe, expect, it } from "vitest";
import { readSealKeys, readSettings } from "../../worker/environment.ts";

// From `openssl rand -base64 32`, for this test alone.
const [one, other, third, fourth] = [
  "kt5p0fNsmT8qOdUuUUuLw1xXk5hw0V3oPHYgbgz4kWk=",
  "Zl0K9mJjN3a5RrWlHcV7sAqk1C0yYH9nE2vT8dI4xQM=",
  "8vTq2nXgB1mZ6yKpL0eRsD4uWcF7jHaI9oNtQ3xVbE0=",
  "c0Y5oGqW1bTn8LrKxVdEzJ3mSaPu7hQf2iRtNyCgBlM=",
];
const typed = "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVowMTIzNDU=";
const zeros = `${"A".repeat(43)}=`;
const production = {
  DB: env.DB,
  ENVIRONMENT: "production",
  ORIGIN: "https://security.latchkey.dev",
  MAIL: "resend",
  MAIL_FROM: "Latchkey <security@latchkey.dev>",
  RESEND_API_KEY: "re_key",
  SEAL_KEYS: `k2:${one} k1:${other}`,
  MAC_KEY: third,
};
const local = { ...env, ENVIRONMENT: "local" };

const sites = (...redirectUris: string[]) => JSON.stringify([{ id: "shop", name: "Shop", redirectUris }]);

describe("the settings", () => {
  it("of wrangler.toml serve this machine as they are", () => {
    expect(readSettings(env)).toMatchObject({
      origin: "http://localhost:8787",
      mail: { kind: "mailbox" },
      passwordMinimum: 8,
      breachQuery: null,
      webhooks: { publicOnly: false, timeoutMilliseconds: 15_000 },
    });
  });

  it("of a production are taken when they are whole, and look breaches up unless told not to", () => {
    const settings = readSettings(production);
    expect(settings.sealKeys.map(({ id }) => id)).toEqual(["k2", "k1"]);
    expect(settings.mail).toMatchObject({ kind: "resend", apiKey: "re_key" });
    expect(settings.webhooks).toEqual({ publicOnly: true, timeoutMilliseconds: 15_000 });
    expect(settings.breachQuery).toEqual({ baseUrl: "https://api.pwnedpasswords.com", timeoutMilliseconds: 1500 });
    expect(readSettings({ ...production, BREACH_BASE_URL: "" }).breachQuery).toBeNull();
  });

  it("make codes by the first key of MAC_KEY, accept all, and go on counting by the oldest or the one kept for it", () => {
    const read = (MAC_KEY: string) => readSettings({ ...production, MAC_KEY }).macKey;
    const ids = (MAC_KEY: string) => [read(MAC_KEY).codes.map(({ id }) => id), read(MAC_KEY).counts.id];
    expect(ids(third)).toEqual([[null], null]);
    expect(ids(`m2:${fourth} ${third}`)).toEqual([["m2", null], null]);
    expect(ids(`m2:${fourth} m1:${third}`)).toEqual([["m2", "m1"], "m1"]);
    expect(ids(`m2:${fourth} counts:${third}`)).toEqual([["m2"], "counts"]);
  });

  it.each(["http://localhost:8787", "http://127.0.0.1:3000", "http://[::1]:8787", "http://latchkey.localhost"])(
    "of this machine may say it is at %s",
    (origin) => expect(readSettings({ ...local, ORIGIN: origin }).origin).toBe(origin),
  );

  it("make passkeys for the service's own domain, or for the one above it that is named", () => {
    expect(readSettings(production).passkeyRpId).toBe("security.latchkey.dev");
    expect(readSettings({ ...production, PASSKEY_RP_ID: "latchkey.dev" }).passkeyRpId).toBe("latchkey.dev");
  });

  it("take a number with quotes and without", () => {
    expect(readSettings({ ...production, PASSWORD_MINIMUM: 15 }).passwordMinimum).toBe(15);
    expect(readSettings({ ...production, PASSWORD_MINIMUM: "15" }).passwordMinimum).toBe(15);
  });

  it.each([
    [{ DB: undefined }, "DB is missing: bind a D1 database"],
    [{ ENVIRONMENT: "prod" }, "ENVIRONMENT is wrong"],
    [{ ENVIRONMENT: "local", MAILBOX: env.MAILBOX }, "set ENVIRONMENT to production"],
    [{ ORIGIN: undefined }, "ORIGIN is missing"],
    [{ ORIGIN: "security.latchkey.dev" }, "ORIGIN is wrong (must be an origin"],
    [{ ORIGIN: "https://security.latchkey.dev/" }, "ORIGIN is wrong (must be an origin"],
    [{ ORIGIN: "https://Security.latchkey.dev" }, "ORIGIN is wrong (must be an origin"],
    [{ ORIGIN: "http://security.latchkey.dev" }, "ORIGIN must be https"],
    [{ ORIGIN: "https://security.example.com" }, "ORIGIN is still an example"],
    [{ ORIGIN: "https://localhost:8787" }, "ORIGIN is still an example"],
    [{ MAIL: "mailbox", MAILBOX: env.MAILBOX }, "MAIL must be resend"],
    [{ MAIL: "mailbox" }, "MAILBOX is missing"],
    [{ MAIL: "smtp" }, "MAIL is wrong"],
    [{ MAIL_FROM: "Latchkey" }, "MAIL_FROM is wrong (must be an address"],
    [{ MAIL_FROM: "a@latchkey.dev\r\nBcc: b@latchkey.dev" }, "MAIL_FROM is wrong (must be an address"],
    [{ MAIL_FROM: "Latchkey <security@example.com>" }, "MAIL_FROM is still an example"],
    [{ MAIL_TIMEOUT_SECONDS: "soon" }, "MAIL_TIMEOUT_SECONDS is wrong"],
    [{ RESEND_API_KEY: undefined }, "RESEND_API_KEY is missing"],
    [{ RESEND_API_KEY: "SG.another" }, "RESEND_API_KEY is no key of Resend"],
    [{ RESEND_BASE_URL: "http://mail.latchkey.dev" }, "RESEND_BASE_URL must be https"],
    [{ RESEND_BASE_URL: "mail.latchkey.dev" }, "RESEND_BASE_URL is wrong (must be an address"],
    [{ BREACH_BASE_URL: "http://ranges.latchkey.dev" }, "BREACH_BASE_URL must be https"],
    [{ BREACH_BASE_URL: "https://ranges.latchkey.dev/" }, "BREACH_BASE_URL is wrong (must not end in a slash)"],
    [{ MAC_KEY: undefined }, "MAC_KEY is wrong (must hold a key, as `id:base64`)"],
    [{ MAC_KEY: "" }, "MAC_KEY is wrong (must hold a key, as `id:base64`)"],
    [{ MAC_KEY: "short" }, "MAC_KEY.0 is wrong (must be base64 of 32 bytes, or `id:base64`)"],
    [{ MAC_KEY: `m2:${third} short` }, "MAC_KEY.1 is wrong (must be base64 of 32 bytes, or `id:base64`)"],
    [{ MAC_KEY: `counts:${third}` }, "MAC_KEY is wrong (must hold a key, as `id:base64`)"],
    [{ MAC_KEY: `${third} ${fourth}` }, "MAC_KEY has two keys without an id: give the new one an id, as `k2:`"],
    [{ MAC_KEY: `m1:${third} m1:${fourth}` }, "MAC_KEY has two keys of the id m1: give each an id of its own"],
    [{ MAC_KEY: `m2:${third} ${third}` }, "MAC_KEY has one key twice: make a new one for a new id"],
    [{ MAC_KEY: `m2:${third} ${other}` }, "MAC_KEY is a key of SEAL_KEYS too"],
    [{ MAC_KEY: `m2:${third} m1:${typed}` }, "MAC_KEY is a local or typed key, m1"],
    [{ MAC_KEY: zeros }, "MAC_KEY is a local or typed key"],
    [{ MAC_KEY: typed }, "MAC_KEY is a local or typed key"],
    [{ MAC_KEY: env.MAC_KEY }, "MAC_KEY is a local or typed key"],
    [{ MAC_KEY: other }, "MAC_KEY is a key of SEAL_KEYS too"],
    [{ SECURITY_CONTACT: "http://latchkey.dev/report" }, "SECURITY_CONTACT.0 is wrong (must be an e-mail address, or"],
    [{ SEAL_KEYS: undefined }, "SEAL_KEYS is wrong (must hold a key"],
    [{ SEAL_KEYS: "" }, "SEAL_KEYS is wrong (must hold a key"],
    [{ SEAL_KEYS: "noid" }, "SEAL_KEYS.0 is wrong (must look like `id:base64`)"],
    [{ SEAL_KEYS: `k1:${one} k1:${other}` }, "SEAL_KEYS has two keys of the id k1"],
    [{ SEAL_KEYS: `k2:${one} k1:${one}` }, "SEAL_KEYS has one key twice"],
    [{ SEAL_KEYS: `k1:${zeros}` }, "SEAL_KEYS has a local or typed key, k1"],
    [{ SEAL_KEYS: `local:${one}` }, "SEAL_KEYS has a local or typed key, local"],
    [{ ALLOWED_ORIGINS: "https://shop.latchkey.dev/" }, "ALLOWED_ORIGINS.0 is wrong (must be an origin"],
    [{ ALLOWED_ORIGINS: "*" }, "ALLOWED_ORIGINS.0 is wrong (must be an origin"],
    [{ ALLOWED_ORIGINS: "null" }, "ALLOWED_ORIGINS.0 is wrong (must be an origin"],
    [{ ALLOWED_ORIGINS: "http://shop.latchkey.dev" }, "ALLOWED_ORIGINS must be https"],
    [{ TOKEN_AUDIENCES: "=https://shop.latchkey.dev" }, "TOKEN_AUDIENCES.0.name is wrong (must begin with the name"],
    [{ TOKEN_AUDIENCES: "orders=shop.latchkey.dev" }, "TOKEN_AUDIENCES.0.origins.0 is wrong (must be an origin"],
    [{ TOKEN_AUDIENCES: "orders=http://shop.latchkey.dev" }, "TOKEN_AUDIENCES must name pages by https"],
    [
      { TOKEN_AUDIENCES: "shop", OIDC_CLIENTS: sites("https://shop.latchkey.dev/in") },
      "shop is in TOKEN_AUDIENCES and",
    ],
    [{ OIDC_CLIENTS: "{" }, "OIDC_CLIENTS is wrong (must be JSON)"],
    [{ OIDC_CLIENTS: sites("http://shop.latchkey.dev/in") }, "OIDC_CLIENTS.0.redirectUris.0 is wrong (must be https"],
    [{ OIDC_CLIENTS: sites() }, "OIDC_CLIENTS.0.redirectUris is wrong (must hold an address)"],
    [{ OIDC_CLIENTS: '[{"id":"shop","secret":"x"}]' }, "OIDC_CLIENTS.0"],
    [{ RETURN_ORIGINS: "https://shop.latchkey.dev/" }, "RETURN_ORIGINS.0 is wrong (must be an origin"],
    [{ RETURN_ORIGINS: "http://shop.latchkey.dev" }, "RETURN_ORIGINS must be https"],
    [{ ALLOWED_EXTENSIONS: "chrome-extension://abc" }, "ALLOWED_EXTENSIONS.0 is wrong (must be ids"],
    [{ PASSKEY_RP_ID: "https://latchkey.dev" }, "PASSKEY_RP_ID is wrong (must be a domain"],
    [{ PASSKEY_RP_ID: "other.dev" }, "PASSKEY_RP_ID must be ORIGIN's domain or one above it"],
    [{ PASSKEY_RP_ID: "chkey.dev" }, "PASSKEY_RP_ID must be ORIGIN's domain or one above it"],
    [{ PASSKEY_RP_ID: "dev" }, "PASSKEY_RP_ID must be ORIGIN's domain or one above it"],
    [{ PASSKEY_RP_ID: "x.security.latchkey.dev" }, "PASSKEY_RP_ID must be ORIGIN's domain or one above it"],
    [{ PASSWORD_MINIMUM: "7" }, "PASSWORD_MINIMUM is wrong"],
    [{ SESSION_IDLE_DAYS: "365" }, "SESSION_IDLE_DAYS is wrong"],
    [{ SESSION_IDLE_DAYS: "" }, "SESSION_IDLE_DAYS is wrong"],
    [{ REMEMBER_DEVICE_DAYS: "" }, "REMEMBER_DEVICE_DAYS is wrong"],
    [{ SESSION_IDLE_DAYS: "20", SESSION_MAXIMUM_DAYS: "10" }, "SESSION_IDLE_DAYS is more than SESSION_MAXIMUM_DAYS"],
    [{ DELETION_DAYS: "31" }, "DELETION_DAYS is wrong"],
    [{ DELETION_DAYS: "-1" }, "DELETION_DAYS is wrong"],
    [{ TERMS_URL: "example.com/terms" }, "TERMS_URL is wrong (must be the address of a page"],
    [{ PRIVACY_URL: "javascript:alert(1)" }, "PRIVACY_URL is wrong (must be the address of a page"],
    [{ EXTENSION_URL: "https://ana@example.com" }, "EXTENSION_URL is wrong (must be the address of a page"],
    [{ TERMS_URL: "http://latchkey.dev/terms" }, "TERMS_URL must be https"],
    [{ EXTENSION_URL: "http://latchkey.dev/install" }, "EXTENSION_URL must be https"],
    [{ REMEMBER_DEVICE_DAYS: "365" }, "REMEMBER_DEVICE_DAYS is wrong"],
    [{ REMEMBER_DEVICE_DAYS: "-1" }, "REMEMBER_DEVICE_DAYS is wrong"],
  ])("stop the start over %j with one line that names it", (wrong, line) => {
    const read = () => readSettings({ ...production, ...wrong });
    expect(read).toThrow(line);
    expect(read).toThrow(/^Latchkey cannot start: [^\n]*\. See wrangler\.toml\.$/);
  });

  it("that are wrong are all named at once, and no secret among them is shown", () => {
    const secrets = { MAC_KEY: "c2VjcmV0MQ==", SEAL_KEYS: "k1:c2VjcmV0Mg==", RESEND_API_KEY: 7 };
    const message = (() => {
      try {
        return String(readSettings({ ...production, ...secrets, ORIGIN: "http://x" }));
      } catch (error) {
        return String(error);
      }
    })();
    for (const name of ["MAC_KEY", "SEAL_KEYS", "RESEND_API_KEY"]) expect(message).toContain(name);
    expect(message).not.toMatch(/c2VjcmV0/);
  });

  it("of the sealing keys are read alone by the same rules", () => {
    expect(readSealKeys(`k2:${one} k1:${other}`).map(({ id }) => id)).toEqual(["k2", "k1"]);
    expect(() => readSealKeys(undefined)).toThrow("SEAL_KEYS is wrong (must hold a key");
    expect(() => readSealKeys("k1:short")).toThrow("SEAL_KEYS.0.bytes is wrong (must be base64 of 32 bytes)");
  });
});
