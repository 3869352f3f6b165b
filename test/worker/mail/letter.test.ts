import { describe, expect, it } from "vitest";
import { locales } from "../../../shared/contract/account.ts";
import { addressTakenLetter, codeLetter } from "../../../worker/mail/letter.ts";

const purposes = ["verify_address", "enrol", "second_step", "step_up", "change_email"] as const;

describe("a letter with a code", () => {
  it.each(locales.flatMap((locale) => purposes.map((purpose) => [locale, purpose] as const)))(
    "in %s for %s has the code once in its text, once in its HTML, and not in its subject",
    (locale, purpose) => {
      const { subject, text, html } = codeLetter(purpose, locale, "012345");
      expect(subject).not.toMatch(/\d/);
      expect(text.match(/\b\d{6}\b/g)).toEqual(["012345"]);
      expect(html.match(/\b\d{6}\b/g)).toEqual(["012345"]);
      expect(html).toContain(`<html lang="${locale}">`);
    },
  );

  it("says in each language what else to do", () => {
    expect(codeLetter("second_step", "es", "012345").text).toContain("alguien sabe tu contraseña");
    expect(addressTakenLetter("en", "https://a.example").text).toContain("https://a.example/sign-in");
  });
});
