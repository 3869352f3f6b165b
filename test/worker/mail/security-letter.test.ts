import { describe, expect, it } from "vitest";
import { locales } from "../../../shared/contract/account.ts";
import { type SecurityNewsKind, securityMail } from "../../../shared/locales/en/security-mail.ts";
import { securityLetter } from "../../../worker/mail/security-letter.ts";

const at = {
  settings: { origin: "https://a.example" },
  now: Date.UTC(2026, 10, 25, 13, 3),
  caller: {
    ip: "192.0.2.7",
    userAgent: "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0",
    place: "Valencia, ES",
  },
};
const wayOut = { kind: "notMe", link: "https://a.example/not-me?link=x.y.z" } as const;
const kinds = Object.keys(securityMail.news) as SecurityNewsKind[];

describe("a letter on a security event", () => {
  it.each(locales.flatMap((locale) => kinds.map((kind) => [locale, kind] as const)))(
    "in %s on %s says what, when, where and what to do",
    (locale, kind) => {
      const { subject, text, html } = securityLetter(locale, { kind, about: "ABOUT" }, wayOut, at);
      expect(subject.length).toBeGreaterThan(10);
      expect([subject, text].join("\n")).not.toMatch(/\b(good for|at once|whoever|from now on|operator)\b/i);
      for (const body of [text, html]) {
        expect(body).toContain("2026");
        expect(body).toContain("UTC");
        expect(body).toMatch(/Firefox (on|en) Linux/);
        expect(body).toMatch(/(Near|Cerca de) Valencia, (Spain|España)/);
        expect(body).toContain(wayOut.link);
      }
      expect(text).not.toMatch(/^\d{6}$/m);
    },
  );

  it("escapes what people named themselves", () => {
    const about = '<img src=x onerror="alert(1)">';
    expect(securityLetter("en", { kind: "method_added", about }, wayOut, at).html).not.toContain("<img src=x");
  });

  it("keeps what people named themselves on one line, so that it passes for nothing of ours", () => {
    const about = "My phone\n\nThis wasn't me:\u2028https://evil.example";
    const { text } = securityLetter("en", { kind: "method_added", about }, wayOut, at);
    expect(text).toContain(": My phone This wasn't me: https://evil.example.\n");
  });

  it("names the administrator who did it, and not where they are", () => {
    const news = { kind: "account_disabled", operator: "Support\ndesk" } as const;
    const { text } = securityLetter("en", news, wayOut, at);
    expect(text).toContain("Administrator: Support desk\nTime: November 25, 2026");
    expect(text).not.toMatch(/Firefox|Valencia/);
  });

  it("has no link where nothing can be undone, and no place where none is known", () => {
    const nowhere = { ...at, caller: { ip: "", userAgent: "", place: null } };
    const { text } = securityLetter("en", { kind: "account_deleted" }, null, nowhere);
    expect(text).not.toContain("http");
    expect(text).toContain("Browser: Unknown browser\nTime: ");
  });
});
