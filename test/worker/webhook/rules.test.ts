import { describe, expect, it } from "vitest";
import { formatSecret, refusalOfAddress } from "../../../worker/webhook/rules.ts";

const inPublic = (address: string) => refusalOfAddress(address, { publicOnly: true });

describe("in production an endpoint", () => {
  it.each([
    "https://example.dev/hooks",
    "https://hooks.example.dev:8443/in?from=latchkey",
    "https://xn--and-6ma2c.dev/",
  ])("may be at %s", (address) => expect(inPublic(address)).toBeNull());

  it.each([
    "http://example.dev/",
    "ftp://example.dev/",
    "file:///etc/passwd",
    "data:text/plain,x",
    "javascript:alert(1)",
  ])("may not be at %s, which is not https", (address) => expect(inPublic(address)).toBe("must be https"));

  it.each([
    "https://127.0.0.1/",
    "https://127.1/",
    "https://0x7f.0.0.1/",
    "https://2130706433/",
    "https://017700000001/",
    "https://0/",
    "https://10.0.0.8/",
    "https://172.16.3.4/",
    "https://192.168.1.1/",
    "https://169.254.169.254/latest/meta-data/",
    "https://100.64.0.1/",
    "https://203.0.113.9/",
    "https://127.0.0.1./",
    "https://①②⑦.0.0.1/",
    "https://[::1]/",
    "https://[::]/",
    "https://[::ffff:127.0.0.1]/",
    "https://[::ffff:a00:1]/",
    "https://[fe80::1]/",
    "https://[fc00::1]/",
    "https://[64:ff9b::7f00:1]/",
  ])("may not be at %s, which is in figures", (address) =>
    expect(inPublic(address)).toBe("must be at a name, not at an IP address"),
  );

  it.each([
    "https://localhost/",
    "https://LOCALHOST./",
    "https://app.localhost/",
    "https://metadata/",
    "https://metadata.google.internal/",
    "https://printer.local/",
    "https://nas.home.arpa/",
    "https://1.0.0.127.in-addr.arpa/",
    "https://db.corp./",
  ])("may not be at %s, a private name", (address) => expect(inPublic(address)).toBe("must be at a public name"));

  it("carries no password and no fragment", () => {
    expect(inPublic("https://ana:secret@example.dev/")).toMatch(/password/);
    expect(inPublic("https://ana@example.dev/")).toMatch(/user name/);
    expect(inPublic("https://example.dev/#here")).toMatch(/#/);
  });
});

it("on this machine may be at any address of HTTP", () => {
  for (const address of ["http://localhost:3000/hook", "http://127.0.0.1:3000/", "https://example.dev/"]) {
    expect(refusalOfAddress(address, { publicOnly: false })).toBeNull();
  }
  expect(refusalOfAddress("ftp://localhost/", { publicOnly: false })).toBe("must be http or https");
});

it("shows a secret as Standard Webhooks writes it", () => {
  expect(formatSecret(new Uint8Array(32).fill(255))).toBe(`whsec_${"/".repeat(42)}8=`);
});
