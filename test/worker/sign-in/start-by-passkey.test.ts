import { beforeAll, describe, expect, it } from "vitest";
import { RoundTrips } from "../../support/counting-database.ts";
import { signInByPasskey, stepUpByPasskey, turnOnPasskey } from "../../support/passkey.ts";
import { Person } from "../../support/person.ts";
import { Service } from "../../support/service.ts";
import { type Mischief, SoftwareAuthenticator } from "../../support/software-authenticator.ts";

describe("POST /v1/sign-in/passkey alone", () => {
  let person: Person;
  let authenticator: SoftwareAuthenticator;
  beforeAll(async () => {
    person = await Person.signUp(new Service());
    authenticator = await turnOnPasskey(person, { synced: true, counts: false });
  }, 30_000);

  it("signs in as both factors, and says that the key may be synced", async () => {
    const { body } = await signInByPasskey(person, authenticator);
    const { session } = (await person.service.get("/v1/session", { token: body.session.token })).body;
    expect(session).toMatchObject({ aal: 2, amr: ["swk", "user", "mfa"] });
    const [passkey] = (await person.account()).body.twoFactor.methods;
    expect(Math.abs(Date.parse(passkey.lastUsedAt) - person.service.now)).toBeLessThan(10);
  });

  it("asks for any passkey that verifies its person, and says nothing of anybody", async () => {
    const { options } = (await person.service.post("/v1/sign-in/passkey/options")).body;
    expect(options).toMatchObject({ allowCredentials: [], userVerification: "required", rpId: "localhost" });
  });

  const wrong: Record<string, Mischief> = {
    "that did not verify the person": { userVerified: false },
    "that does not say whose it is": { userHandle: null },
    "that says it is another's": { userHandle: "A".repeat(22) },
    "from another site's page": { origin: "http://localhost" },
    "for another domain": { rpId: "example.com" },
    "from a frame": { crossOrigin: true },
    "that may no longer be synced": { backupEligible: false, backedUp: false },
    "whose signature was changed": { tamper: "signature" },
  };
  it.each(Object.entries(wrong))("refuses one %s", async (_, mischief) => {
    const refused = await signInByPasskey(person, authenticator, { mischief });
    expect([refused.status, refused.body.code]).toEqual([401, "wrong_passkey"]);
    expect(refused.body).not.toHaveProperty("unknownCredential");
  });

  it("tells the browser of a passkey that nobody has", async () => {
    const gone = await SoftwareAuthenticator.make();
    const refused = await signInByPasskey(person, gone, { mischief: { userHandle: person.accountId } });
    expect([refused.status, refused.body]).toMatchObject([401, { code: "wrong_passkey", unknownCredential: true }]);
  });

  it("is no way for a passkey whose first use verified nobody, until it has done so beside the password", async () => {
    const key = await turnOnPasskey(person, { verifies: false });
    expect((await signInByPasskey(person, key, { mischief: { userVerified: true } })).status).toBe(401);
    const verified = { signIn: (await person.startSignIn()).body.signIn, mischief: { userVerified: true } };
    expect((await signInByPasskey(person, key, verified)).status).toBe(200);
    expect((await signInByPasskey(person, key, { mischief: { userVerified: true } })).status).toBe(200);
  });

  it("takes an answer once, of ten at once, though its counter stands still", async () => {
    const { body: asked } = await person.service.post("/v1/sign-in/passkey/options");
    const proof = { id: asked.id, response: await authenticator.get(asked) };
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => person.service.post("/v1/sign-in/passkey", proof)),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, ...Array(9).fill(401)]);
    expect((await person.service.post("/v1/sign-in/passkey", proof)).body.code).toBe("challenge_expired");
  });

  it("takes no challenge that was asked for otherwise, and none after five minutes", async () => {
    const { signIn } = (await person.startSignIn()).body;
    const late = (await person.service.post("/v1/sign-in/passkey/options")).body;
    const others = [
      (await person.service.post("/v1/sign-in/passkey/options", { signIn })).body,
      (await person.service.post("/v1/step-up/passkey/options", {}, person)).body,
    ];
    person.service.pass(299);
    for (const asked of others) {
      const proof = { id: asked.id, response: await authenticator.get(asked) };
      expect((await person.service.post("/v1/sign-in/passkey", proof)).body.code).toBe("challenge_expired");
    }
    person.service.pass(1);
    const proof = { id: late.id, response: await authenticator.get(late) };
    expect((await person.service.post("/v1/sign-in/passkey", proof)).body.code).toBe("challenge_expired");
  });

  it("makes one session of two answers whose counters crossed", async () => {
    const counting = await turnOnPasskey(person);
    const asked = await Promise.all(
      [1, 2].map(async () => (await person.service.post("/v1/sign-in/passkey/options")).body),
    );
    const proofs = await Promise.all(
      asked.map(async (each) => ({ id: each.id, response: await counting.get(each, { signCount: 7 }) })),
    );
    const answers = await Promise.all(proofs.map((proof) => person.service.post("/v1/sign-in/passkey", proof)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 401]);
  });

  it("is slowed from one network, and nowhere else", async () => {
    const [here, elsewhere] = ["203.0.113.7", "203.0.113.8"].map((ip) => ({ headers: { "CF-Connecting-IP": ip } }));
    const mischief = { tamper: "signature" } as const;
    const answers = [];
    for (let i = 0; i < 31; i++) answers.push(await signInByPasskey(person, authenticator, { mischief, ...here }));
    expect(answers.map(({ status }) => status)).toEqual([...Array(30).fill(401), 429]);
    expect((await signInByPasskey(person, authenticator, here)).body.retryAfter).toBeGreaterThan(0);
    expect((await signInByPasskey(person, authenticator, elsewhere)).status).toBe(200);
  });

  it("gives one network so many challenges at a time", async () => {
    const headers = { "CF-Connecting-IP": "203.0.113.9" };
    const ask = () => person.service.post("/v1/sign-in/passkey/options", {}, { headers });
    const answers = await Promise.all(Array.from({ length: 130 }, ask));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(120);
    person.service.pass(15);
    expect((await ask()).status).toBe(200);
  });

  it("waits for a new password where its owner reported a break-in", async () => {
    await stepUpByPasskey(person, authenticator);
    const link = await person.mailedLink("not-me");
    expect((await person.service.post("/v1/not-me", { link })).status).toBe(204);
    const refused = await signInByPasskey(person, authenticator);
    expect([refused.status, refused.body.code]).toEqual([403, "password_reset_required"]);
  });
});

describe("what passkeys cost", () => {
  it("is three round trips at most, the session's included", async () => {
    const trips = new RoundTrips();
    const person = await Person.signUp(new Service({}, { DB: trips.database }));
    const { service } = person;
    const headers = { "CF-Connecting-IP": "203.0.113.10" };
    const counted = async (path: string, body: unknown, token?: string) => {
      trips.count = 0;
      const answer = await service.post(path, body, { headers, token });
      expect(answer.status).toBeLessThan(300);
      return { ...answer, trips: trips.count };
    };
    // Once the answer has gone out, its mail is taken from the outbox and, where there was one, put away.
    const [mail, noMail] = [2, 1];
    const authenticator = await SoftwareAuthenticator.make();
    const asked = await counted("/v1/account/passkeys/options", {}, person.token);
    const made = { id: asked.body.id, response: await authenticator.create(asked.body) };
    const added = await counted("/v1/account/passkeys", made, person.token);
    expect([asked.trips, added.trips]).toEqual([2, 3 + mail]);

    const alone = await counted("/v1/sign-in/passkey/options", {});
    const answer = { id: alone.body.id, response: await authenticator.get(alone.body) };
    const signedIn = await counted("/v1/sign-in/passkey", answer);
    expect([alone.trips, signedIn.trips]).toEqual([1, 2 + mail]);

    const { signIn } = (await person.startSignIn()).body;
    const step = await counted("/v1/sign-in/passkey/options", { signIn });
    const proof = { signIn, id: step.body.id, response: await authenticator.get(step.body) };
    const completed = await counted("/v1/sign-in/passkey", proof);
    expect([step.trips, completed.trips]).toEqual([1, 2 + noMail]);

    const { token } = completed.body.session;
    const stepUp = await counted("/v1/step-up/passkey/options", {}, token);
    const again = { method: "passkey", id: stepUp.body.id, response: await authenticator.get(stepUp.body) };
    expect([stepUp.trips, (await counted("/v1/step-up", again, token)).trips]).toEqual([2, 3]);
  });
});
