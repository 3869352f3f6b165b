import { describe, expect, it } from "vitest";
import { verifyRegistration } from "../../../worker/passkey/verify-registration.ts";
import { challengeOf, party, passkeyOf, registrationOf, vector } from "../../support/webauthn-vectors.ts";

const verify = (section: string, bare = false, by = party) => {
  const each = vector(section);
  return verifyRegistration(by, challengeOf(each.registration.challenge), registrationOf(each, bare));
};

describe("W3C's registration", () => {
  it.each(["16.2", "16.3", "16.6"])(
    "%s is accepted: no attestation, its own signature, and the longest id",
    async (section) => {
      const { credentialId, publicKey, backupEligible } = passkeyOf(vector(section));
      expect(await verify(section)).toMatchObject({ ok: true, value: { credentialId, publicKey, backupEligible } });
    },
  );

  it.each(["16.7", "16.10", "16.11"])(
    "%s is not while it carries a certificate that nobody asked for",
    async (section) => {
      expect(await verify(section)).toMatchObject({ ok: false, code: "passkey_rejected" });
      const { credentialId, publicKey } = passkeyOf(vector(section));
      expect(await verify(section, true)).toMatchObject({ ok: true, value: { credentialId, publicKey } });
    },
  );

  it.each(["16.4", "16.5"])("%s is not: its page was in another site's frame", async (section) => {
    expect(await verify(section)).toMatchObject({ ok: false, code: "passkey_rejected" });
  });

  it("16.2 is not for another site, of another page, or by another challenge", async () => {
    for (const by of [
      { ...party, id: "example.com" },
      { ...party, origins: ["https://example.org.example.com"] },
      { ...party, origins: [] },
    ]) {
      expect(await verify("16.2", false, by)).toMatchObject({ ok: false, code: "passkey_rejected" });
    }
    const other = challengeOf(vector("16.3").registration.challenge);
    expect((await verifyRegistration(party, other, registrationOf(vector("16.2")))).ok).toBe(false);
  });
});
