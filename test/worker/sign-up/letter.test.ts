import { describe, expect, it } from "vitest";
import { locales } from "../../../shared/contract/account.ts";
import { addressTakenLetter } from "../../../worker/sign-up/letter.ts";
import { letterWorld } from "../../support/letter-world.ts";

describe("a letter on an address that is taken", () => {
  it.each(locales)("in %s leads to the sign-in", (locale) => {
    expect(addressTakenLetter(letterWorld, locale).text).toContain("https://a.example/sign-in");
  });
});
