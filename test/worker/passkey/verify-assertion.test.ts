import { describe, expect, it } from "vitest";
import type { AssertionResponse } from "../../../shared/contract/passkey.ts";
import { verifyAssertion } from "../../../worker/passkey/verify-assertion.ts";
import { assertionOf, challengeOf, party, passkeyOf, vector } from "../../support/webauthn-vectors.ts";

const verify = (section: string, known = {}, more: Partial<AssertionResponse["response"]> = {}) => {
  const each = vector(section);
  const response = assertionOf(each);
  const isExpectedChallenge = challengeOf(each.authentication.challenge);
  return verifyAssertion(
    party,
    { ...passkeyOf(each), ...known },
    { ...response, response: { ...response.response, ...more } },
    { isExpectedChallenge, requireUserVerification: false },
  );
};

describe("W3C's authentication", () => {
  it.each(["16.2", "16.3", "16.6", "16.7", "16.10", "16.11"].map((section) => [section, vector(section).algorithm]))(
    "%s, by %s, is right, and not by the key of another",
    async (section) => {
      expect(await verify(section)).toMatchObject({ ok: true, value: { signCount: 0 } });
      const other = passkeyOf(vector(section === "16.2" ? "16.3" : "16.2"));
      expect(await verify(section, { publicKey: other.publicKey })).toMatchObject({ ok: false, code: "wrong_passkey" });
    },
  );

  it.each(["16.4", "16.5"])("%s is not: its page was in another site's frame", async (section) => {
    expect(await verify(section)).toMatchObject({ ok: false, code: "wrong_passkey" });
  });

  it("16.2 is not with what another signed, nor of a passkey that could not be synced before", async () => {
    const { authenticatorData, clientDataJSON, signature } = assertionOf(vector("16.3")).response;
    for (const more of [{ authenticatorData }, { clientDataJSON }, { signature }]) {
      expect(await verify("16.2", {}, more)).toMatchObject({ ok: false, code: "wrong_passkey" });
    }
    const { backupEligible } = passkeyOf(vector("16.2"));
    expect(await verify("16.2", { backupEligible: !backupEligible })).toMatchObject({ code: "wrong_passkey" });
  });

  it("16.2 tells of a copy where more uses were counted, and only where its signature is genuine", async () => {
    expect(await verify("16.2", { signCount: 1 })).toMatchObject({ ok: false, code: "counter_went_back" });
    const { signature } = assertionOf(vector("16.3")).response;
    expect(await verify("16.2", { signCount: 1 }, { signature })).toMatchObject({ code: "wrong_passkey" });
  });
});
