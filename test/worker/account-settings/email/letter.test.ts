import { describe, expect, it } from "vitest";
import { locales } from "../../../../shared/contract/account.ts";
import { addressTakenForChangeLetter } from "../../../../worker/account-settings/email/letter.ts";
import { letterWorld } from "../../../support/letter-world.ts";

describe("a letter on an address that somebody wanted to move to", () => {
  it.each(locales)("in %s leads nowhere", (locale) => {
    expect(addressTakenForChangeLetter(letterWorld, locale).html).not.toContain("href");
  });
});
