import { describe, expect, it } from "vitest";
import { locales } from "../../../../shared/contract/account.ts";
import { invitationLetter } from "../../../../worker/sign-up/invitation/letter.ts";

const world = {
  now: Date.UTC(2026, 10, 25, 13, 3),
  settings: { origin: "https://a.example" },
  caller: {
    ip: "192.0.2.7",
    userAgent: "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0",
    place: "Valencia, ES",
  },
};

describe("an invitation", () => {
  it.each(locales)("in %s names the page to go to", (locale) => {
    const link = "https://a.example/accept-invitation?link=x";
    const invitation = invitationLetter(world, { locale, link, until: world.now });
    expect(invitation.text).toContain(link);
    expect(invitation.html).toContain(`href="${link}"`);
  });
});
