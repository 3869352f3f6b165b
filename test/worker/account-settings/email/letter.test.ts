import { describe, expect, it } from "vitest";
import { locales } from "../../../../shared/contract/account.ts";
import { addressTakenForChangeLetter } from "../../../../worker/account-settings/email/letter.ts";

const world = {
  now: Date.UTC(2026, 10, 25, 13, 3),
  settings: { origin: "https://a.example" },
  caller: {
    ip: "192.0.2.7",
    userAgent: "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0",
    place: "Valencia, ES",
  },
};

describe("a letter on an address that somebody wanted to move to", () => {
  it.each(locales)("in %s leads nowhere", (locale) => {
    expect(addressTakenForChangeLetter(world, locale).html).not.toContain("href");
  });
});
