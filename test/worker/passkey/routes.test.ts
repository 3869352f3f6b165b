import { describe, expect, it } from "vitest";
import { addPasskey, signInByPasskey, stepUpByPasskey } from "../../support/passkey.ts";
import { Person } from "../../support/person.ts";
import { Service } from "../../support/service.ts";
import { SoftwareAuthenticator } from "../../support/software-authenticator.ts";

describe("a passkey of", () => {
  it.each(["ES256", "RS256", "Ed25519"] as const)("%s is added, signs in both ways and steps up", async (algorithm) => {
    const person = await Person.signUp(new Service());
    const authenticator = await SoftwareAuthenticator.make({ algorithm });
    const added = await addPasskey(person, authenticator, {}, "Blue key");
    expect([added.status, added.body]).toMatchObject([
      201,
      {
        account: { twoFactor: { enabled: true, methods: [{ type: "passkey", name: "Blue key" }] } },
        signal: { rpId: "localhost", userId: person.accountId, allAcceptedCredentialIds: [authenticator.credentialId] },
      },
    ]);
    expect(added.body.recoveryCodes).toHaveLength(10);

    const begun = await person.startSignIn();
    expect(begun.body).toMatchObject({ status: "second_step", methods: [{ type: "passkey" }], preferred: "passkey" });
    const completed = await signInByPasskey(person, authenticator, { signIn: begun.body.signIn });
    expect([completed.status, completed.body.status]).toEqual([200, "complete"]);
    const alone = await signInByPasskey(person, authenticator);
    expect([alone.status, alone.body.account?.id]).toEqual([200, person.accountId]);
    expect((await stepUpByPasskey(person, authenticator)).status).toBe(200);
  });
});
