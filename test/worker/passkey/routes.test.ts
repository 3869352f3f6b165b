import { env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { addPasskey, signInByPasskey, stepUpByPasskey, turnOnPasskey } from "../../support/passkey.ts";
import { Person } from "../../support/person.ts";
import { Service } from "../../support/service.ts";
import { type Mischief, SoftwareAuthenticator } from "../../support/software-authenticator.ts";

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

describe("POST /v1/account/passkeys", () => {
  let person: Person;
  beforeAll(async () => {
    person = await Person.signUp(new Service());
  }, 30_000);
  const passkeys = async () => (await person.service.get("/v1/account/passkeys", person)).body.passkeys;

  const wrong: Record<string, Mischief> = {
    "another site's page": { origin: "http://localhost:8799" },
    "a page whose address only begins alike": { origin: "http://localhost:8787.example.com" },
    "an extension that is not on the list": { origin: `chrome-extension://${"a".repeat(32)}` },
    "another domain": { rpId: "example.com" },
    "a frame of another site": { crossOrigin: true },
    "a frame, as newer browsers say it": { topOrigin: "https://example.com" },
    "the other ceremony": { type: "webauthn.get" },
    "another challenge": { challenge: "A".repeat(43) },
    "nobody who was there": { userPresent: false },
    "a backup of what cannot be backed up": { backupEligible: false, backedUp: true },
    "a certificate that nobody asked for": { attestation: "certificate" },
    "a signature of itself by another algorithm": { attestation: "self of another algorithm" },
  };
  it.each(Object.entries(wrong))("takes none of %s", async (_, mischief) => {
    const refused = await addPasskey(person, await SoftwareAuthenticator.make(), mischief);
    expect([refused.status, refused.body.code]).toEqual([422, "passkey_rejected"]);
    expect(await passkeys()).toEqual([]);
  });

  it("takes none of an algorithm that was not offered", async () => {
    const refused = await addPasskey(person, await SoftwareAuthenticator.make({ algorithm: "ES384" }));
    expect([refused.status, refused.body.code]).toEqual([422, "passkey_rejected"]);
  });

  it("takes one that has signed itself, and names it by what keeps it", async () => {
    const settings = { aaguid: "bada5566-a7aa-401f-bd96-45619a55120d", synced: true, discoverable: false };
    const added = await addPasskey(person, await SoftwareAuthenticator.make(settings), { attestation: "self" });
    expect(added.body.account.twoFactor.methods).toMatchObject([
      { name: "1Password", passkey: { provider: "1Password", synced: true, backedUp: true, passwordless: false } },
    ]);
  });

  it("spends its challenge once, of ten at once, and for ten good ones makes one passkey", async () => {
    const before = (await passkeys()).length;
    const { body: asked } = await person.service.post("/v1/account/passkeys/options", {}, person);
    const made = await Promise.all(
      Array.from({ length: 10 }, async () => (await SoftwareAuthenticator.make()).create(asked)),
    );
    const answers = await Promise.all(
      made.map((response) => person.service.post("/v1/account/passkeys", { id: asked.id, response }, person)),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, ...Array(9).fill(401)]);
    expect(answers.filter(({ status }) => status === 401).every(({ body }) => body.code === "challenge_expired")).toBe(
      true,
    );
    expect((await passkeys()).length).toBe(before + 1);
  });

  it("is for five minutes, for the session that asked, for this alone, and for the newest challenge", async () => {
    const authenticator = await SoftwareAuthenticator.make();
    const ask = async () => (await person.service.post("/v1/account/passkeys/options", {}, person)).body;
    const answer = async (asked: { id: string; options: never; expiresAt: string }, token = person.token) =>
      person.service.post(
        "/v1/account/passkeys",
        { id: asked.id, response: await authenticator.create(asked) },
        { token },
      );
    const late = await ask();
    person.service.pass(300);
    expect((await answer(late)).body.code).toBe("challenge_expired");
    const older = await ask();
    const asked = await ask();
    expect((await answer(older)).body.code).toBe("challenge_expired");
    const stranger = await Person.signUp(person.service);
    expect((await answer(asked, stranger.token)).body.code).toBe("challenge_expired");
    // Of this very session, and for something else.
    const stepUp = (await person.service.post("/v1/step-up/passkey/options", {}, person)).body;
    const response = await authenticator.create(asked, { challenge: stepUp.options.challenge });
    const other = await person.service.post("/v1/account/passkeys", { id: stepUp.id, response }, person);
    expect(other.body.code).toBe("challenge_expired");
    expect((await answer(asked)).status).toBe(201);
  });

  it("needs a fresh proof, for its options too", async () => {
    person.service.pass(601);
    for (const path of ["/v1/account/passkeys/options", "/v1/account/passkeys"]) {
      const refused = await person.service.post(path, {}, person);
      expect([refused.status, refused.body]).toMatchObject([403, { methods: ["passkey"] }]);
    }
  });
});

describe("a passkey that somebody has", () => {
  it("is on no second account, though nobody is told so before", async () => {
    const service = new Service();
    const [one, other] = [await Person.signUp(service), await Person.signUp(service)];
    const authenticator = await turnOnPasskey(one);
    const refused = await addPasskey(other, authenticator);
    expect([refused.status, refused.body.code]).toEqual([422, "passkey_rejected"]);
    const { session } = (await service.get("/v1/session", other)).body;
    expect([session.aal, session.amr]).toEqual([1, ["pwd"]]);
    authenticator.userHandle = one.accountId;
    expect((await signInByPasskey(one, authenticator)).body.account.id).toBe(one.accountId);
  });

  it("is named in what the browser is asked, renamed, exported and removed; the browser is told of what is left", async () => {
    const person = await Person.signUp(new Service());
    const first = await turnOnPasskey(person);
    const second = await turnOnPasskey(person);
    const { body: asked } = await person.service.post("/v1/account/passkeys/options", {}, person);
    const ids = [first.credentialId, second.credentialId];
    expect(asked.options.excludeCredentials.map(({ id }: { id: string }) => id)).toEqual(ids);

    const [{ id }] = (await person.account()).body.twoFactor.methods;
    const path = `/v1/account/passkeys/${id}`;
    const renamed = await person.service.patch(path, { name: " Desk " }, person);
    expect(renamed.body.twoFactor.methods[0].name).toBe("Desk");
    expect((await person.service.patch(path, { name: "x".repeat(61) }, person)).status).toBe(400);
    const stranger = await Person.signUp(person.service);
    expect((await person.service.patch(path, { name: "Mine" }, stranger)).status).toBe(404);

    await stepUpByPasskey(person, second);
    const exported = (await person.service.get("/v1/account/export", person)).body.passkeys;
    expect(exported).toMatchObject([{ id, credentialId: ids[0], signCount: 1 }, { credentialId: ids[1] }]);
    expect((await person.service.delete(`/v1/account/two-factor/${id}`, person)).status).toBe(204);
    const { signal } = (await person.service.get("/v1/account/passkeys", person)).body;
    expect(signal).toEqual({
      rpId: "localhost",
      userId: person.accountId,
      name: person.email,
      displayName: person.email,
      allAcceptedCredentialIds: [ids[1]],
    });
    expect((await signInByPasskey(person, first)).body).toMatchObject({
      code: "wrong_passkey",
      unknownCredential: true,
    });
  });

  it("goes with twenty others at most", async () => {
    const person = await Person.signUp(new Service());
    await turnOnPasskey(person);
    await env.DB.prepare(
      `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 19)
       INSERT INTO passkeys SELECT id || i, account_id, credential_id || i, public_key, sign_count, transports, backup_eligible,
              backed_up, user_verified, discoverable, aaguid, name, created_at, last_used_at FROM passkeys, n WHERE account_id = ?`,
    )
      .bind(person.accountId)
      .run();
    expect((await addPasskey(person, await SoftwareAuthenticator.make())).body.code).toBe("passkey_rejected");
  });
});
