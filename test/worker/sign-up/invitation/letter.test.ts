import { describe, expect, it } from "vitest";
import { locales } from "../../../../shared/contract/account.ts";
import { invitationLetter } from "../../../../worker/sign-up/invitation/letter.ts";
import { letterWorld } from "../../../support/letter-world.ts";

describe("an invitation", () => {
  it.each(locales)("in %s names the page to go to", (locale) => {
    const link = "https://a.example/accept-invitation?link=x";
    const invitation = invitationLetter(letterWorld, { locale, link, until: letterWorld.now });
    expect(invitation.text).toContain(link);
    expect(invitation.html).toContain(`href="${link}"`);
  });
});
