import { describe, expect, it } from "vitest";
import { Service } from "../../support/service.ts";

describe("/.well-known/security.txt", () => {
  it("says whom to tell of a weakness, in which languages, and until a moment that is always ahead", async () => {
    const service = new Service({ SECURITY_CONTACT: "security@latchkey.dev https://latchkey.dev/report" });
    for (const day of [0, 179, 3650]) {
      service.pass(day * 86_400);
      const { status, headers, body } = await service.get("/.well-known/security.txt");
      expect([status, headers.get("Content-Type")]).toEqual([200, "text/plain; charset=UTF-8"]);
      expect(body.split("\n")).toEqual([
        "Contact: mailto:security@latchkey.dev",
        "Contact: https://latchkey.dev/report",
        expect.stringMatching(/^Expires: \d{4}-\d\d-\d\dT[\d:.]+Z$/),
        "Preferred-Languages: en, es",
        "Canonical: http://localhost:8787/.well-known/security.txt",
        "",
      ]);
      const ahead = Date.parse(/Expires: (.*)/.exec(body)?.[1] ?? "") - service.now;
      expect(ahead).toBeGreaterThan(30 * 86_400_000);
      expect(ahead).toBeLessThan(365 * 86_400_000);
    }
  });

  it("is not there where nobody is named", async () => {
    expect((await new Service().get("/.well-known/security.txt")).body.code).toBe("not_found");
  });
});

it("/.well-known/change-password leads to the form for it", async () => {
  const { status, headers } = await new Service().get("/.well-known/change-password");
  expect([status, headers.get("Location")]).toEqual([302, "/profile/security?open=password"]);
});
