import { describe, expect, it } from "vitest";
import { locales } from "../../../shared/contract/account.ts";
import { codeLetter } from "../../../worker/email-code/letter.ts";
import { letterWorld } from "../../support/letter-world.ts";

const purposes = ["verify_address", "enrol", "second_step", "step_up", "change_email", "reset"] as const;
describe("a letter with a code", () => {
  it.each(locales.flatMap((locale) => purposes.map((purpose) => [locale, purpose] as const)))(
    "in %s for %s has the code once in its text, once in its HTML, and not in its subject",
    (locale, purpose) => {
      const { subject, text, html } = codeLetter(letterWorld, { purpose, locale, code: "012345" });
      expect(subject).not.toMatch(/\d/);
      expect(text.match(/^\d{6}$/gm)).toEqual(["012345"]);
      expect(text.match(/\b\d{6}\b/g)).toEqual(["012345"]);
      expect(html.match(/>\d{6}</g)).toEqual([">012345<"]);
      expect(html).toContain(`<html lang="${locale}">`);
    },
  );

  it("says when it was asked for, by which browser and from where", () => {
    const { text, html } = codeLetter(letterWorld, { purpose: "second_step", locale: "en", code: "012345" });
    expect(text).toContain(
      "Browser: Firefox on Linux\nLocation: Near Valencia, Spain\nTime: November 25, 2026 at 1:03 PM UTC\n",
    );
    for (const fact of ["Firefox on Linux", "Near Valencia, Spain", "November 25, 2026"]) expect(html).toContain(fact);
  });

  it("says nothing of a place that nobody knows, and shows one without a country as it is", () => {
    const from = (place: string | null) => {
      const caller = { ip: "", userAgent: "", place };
      return codeLetter({ ...letterWorld, caller }, { purpose: "reset", locale: "en", code: "012345" }).text;
    };
    expect(from(null)).toContain("Browser: Unknown browser\nTime: ");
    expect(from("Atlantis")).toContain("Location: Near Atlantis\n");
    expect(from("ES")).toContain("Location: Near Spain\n");
  });

  it("leads to a page that does the same, and to one for a reader who did not ask", () => {
    const { text, html } = codeLetter(letterWorld, {
      purpose: "reset",
      locale: "en",
      code: "012345",
      button: { label: "Reset password", href: "https://a.example/reset?link=x" },
      notMeLink: "https://a.example/not-me?link=y",
    });
    expect(text).toContain("Reset password:\nhttps://a.example/reset?link=x\n");
    expect(text).toContain("Secure your account:\nhttps://a.example/not-me?link=y\n");
    expect(html.match(/href="[^"]+"/g)).toEqual([
      'href="https://a.example/reset?link=x"',
      'href="https://a.example/not-me?link=y"',
    ]);
  });

  it("has colors for light and dark, and fetches nothing but the logo", () => {
    const { html } = codeLetter(letterWorld, { purpose: "reset", locale: "en", code: "012345" });
    expect(html).toContain('<meta name="color-scheme" content="light dark">');
    expect(html).toContain("@media (prefers-color-scheme:dark)");
    expect(html.match(/(src=|url\()[^ )]+/g)).toEqual(['src="https://a.example/mail-logo.png"']);
    expect(html).not.toMatch(/<script|onload|onerror/);
  });

  it("escapes what the platform says of a place", () => {
    const caller = { ...letterWorld.caller, place: '<img src=x onerror="alert(1)">, ES' };
    const { html } = codeLetter({ ...letterWorld, caller }, { purpose: "reset", locale: "en", code: "012345" });
    expect(html).not.toContain("<img src=x");
  });
});
