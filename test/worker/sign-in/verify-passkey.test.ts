import { beforeAll, describe, expect, it } from "vitest";
import { signInByPasskey, stepUpByPasskey, turnOnPasskey } from "../../support/passkey.ts";
import { Person } from "../../support/person.ts";
import { Service, type TestAnswer } from "../../support/service.ts";
import { type Mischief, SoftwareAuthenticator } from "../../support/software-authenticator.ts";

const sessionOf = async (person: Person, { body }: TestAnswer) =>
  (await person.service.get("/v1/session", { token: body.session.token })).body.session;

describe("POST /v1/sign-in/passkey with a sign-in in progress", () => {
  let person: Person;
  let authenticator: SoftwareAuthenticator;
  beforeAll(async () => {
    person = await Person.signUp(new Service());
    authenticator = await turnOnPasskey(person);
  }, 30_000);
  const begin = async (): Promise<string> => {
    person.service.pass(3600);
    return (await person.startSignIn()).body.signIn;
  };
  const ask = async (signIn: string) => (await person.service.post("/v1/sign-in/passkey/options", { signIn })).body;
  const send = (signIn: string, id: string, response: unknown) =>
    person.service.post("/v1/sign-in/passkey", { signIn, id, response });

  it("signs in at the higher assurance, also by a key that verifies nobody, for the password went before", async () => {
    const security = await turnOnPasskey(person, { verifies: false, discoverable: false });
    const completed = await signInByPasskey(person, security, { signIn: await begin() });
    expect(await sessionOf(person, completed)).toMatchObject({ aal: 2, amr: ["pwd", "hwk", "user", "mfa"] });
  });

  it("asks for the passkeys of this account alone, and lets the browser be remembered", async () => {
    const signIn = await begin();
    const { id, options } = await ask(signIn);
    expect(options).toMatchObject({ rpId: "localhost", userVerification: "preferred" });
    expect(options.allowCredentials[0]).toEqual({
      id: authenticator.credentialId,
      type: "public-key",
      transports: ["usb"],
    });
    const response = await authenticator.get({ id, options, expiresAt: "" });
    const proof = { signIn, id, response, rememberDevice: true };
    expect((await person.service.post("/v1/sign-in/passkey", proof)).body.device.token).toMatch(/^[\w-]{43}$/);
  });

  it("refuses one that is wrong, counts it, and says nothing of other accounts", async () => {
    const signIn = await begin();
    const refused = await signInByPasskey(person, authenticator, { signIn, mischief: { tamper: "signature" } });
    expect([refused.status, refused.body]).toMatchObject([401, { code: "wrong_passkey", attemptsLeft: 4 }]);
    const unknown = await SoftwareAuthenticator.make();
    const nobodys = await signInByPasskey(person, unknown, { signIn });
    expect([nobodys.status, nobodys.body.code, nobodys.body.unknownCredential]).toEqual([
      401,
      "wrong_passkey",
      undefined,
    ]);
  });

  it("refuses another account's passkey, which is good there", async () => {
    const stranger = await Person.signUp(person.service);
    const theirs = await turnOnPasskey(stranger);
    const signIn = await begin();
    for (const userHandle of [person.accountId, stranger.accountId, null]) {
      const refused = await signInByPasskey(person, theirs, { signIn, mischief: { userHandle } });
      expect([refused.status, refused.body.code]).toEqual([401, "wrong_passkey"]);
    }
    expect((await signInByPasskey(stranger, theirs)).status).toBe(200);
  });

  it("takes an answer once, of ten at once, and never again", async () => {
    const signIn = await begin();
    const asked = await ask(signIn);
    const response = await authenticator.get(asked);
    const answers = await Promise.all(Array.from({ length: 10 }, () => send(signIn, asked.id, response)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const again = await begin();
    await ask(again);
    expect((await send(again, asked.id, response)).body.code).toBe("challenge_expired");
  });

  /** Makes the account forget what was wrong before. */
  const forget = async () => {
    person.service.pass(3600);
    expect((await stepUpByPasskey(person, authenticator)).status).toBe(200);
  };

  it("takes no challenge of another sign-in or purpose, nor one that a newer voids", async () => {
    await forget();
    const [signIn, another] = [await person.startSignIn(), await person.startSignIn()].map(({ body }) => body.signIn);
    const others = [
      await ask(signIn),
      await ask(another),
      (await person.service.post("/v1/sign-in/passkey/options")).body,
      (await person.service.post("/v1/step-up/passkey/options", {}, person)).body,
    ];
    const newest = await ask(signIn);
    for (const asked of others) {
      expect((await send(signIn, asked.id, await authenticator.get(asked))).body.code).toBe("challenge_expired");
    }
    expect((await send(signIn, newest.id, await authenticator.get(newest))).status).toBe(200);
  });

  it("takes a challenge for five minutes", async () => {
    await forget();
    const { signIn } = (await person.startSignIn()).body;
    const late = await ask(signIn);
    person.service.pass(300);
    expect((await send(signIn, late.id, await authenticator.get(late))).body.code).toBe("challenge_expired");
    const asked = await ask(signIn);
    person.service.pass(290);
    expect((await send(signIn, asked.id, await authenticator.get(asked))).status).toBe(200);
  });

  it("is void after five wrong ones, as codes are", async () => {
    await forget();
    const { signIn } = (await person.startSignIn()).body;
    for (const attemptsLeft of [4, 3, 2, 1, 0]) {
      const wrong = await signInByPasskey(person, authenticator, { signIn, mischief: { tamper: "signature" } });
      expect([wrong.status, wrong.body.attemptsLeft]).toEqual([401, attemptsLeft]);
    }
    expect((await person.service.post("/v1/sign-in/passkey/options", { signIn })).body.code).toBe("sign_in_expired");
    const answer = await signInByPasskey(person, authenticator, { signIn: (await person.startSignIn()).body.signIn });
    expect([answer.status, answer.body.code]).toEqual([429, "too_many_attempts"]);
  });

  it("tells the owner of a counter that went back, once a day, and keeps what it was", async () => {
    const copies = async () =>
      (await person.service.mailsTo(person.email)).filter(({ subject }) => /copied/.test(subject)).length;
    const before = await copies();
    person.service.pass(2 * 86_400);
    for (const _ of [1, 2]) {
      const refused = await signInByPasskey(person, authenticator, {
        signIn: await begin(),
        mischief: { signCount: 2 },
      });
      expect(refused.body.code).toBe("wrong_passkey");
    }
    expect(await copies()).toBe(before + 1);
    authenticator.signCount = 5000;
    expect((await signInByPasskey(person, authenticator, { signIn: await begin() })).status).toBe(200);
  });
});

describe("POST /v1/step-up by a passkey", () => {
  let person: Person;
  let authenticator: SoftwareAuthenticator;
  beforeAll(async () => {
    person = await Person.signUp(new Service());
    authenticator = await turnOnPasskey(person);
  }, 30_000);

  const wrong: Record<string, Mischief> = {
    "from another site's page": { origin: "https://localhost:8787" },
    "for another domain": { rpId: "127.0.0.1" },
    "from a frame": { crossOrigin: true },
    "from a frame, as newer browsers say it": { topOrigin: "http://localhost:8787" },
    "of the other ceremony": { type: "webauthn.create" },
    "of another challenge": { challenge: "A".repeat(43) },
    "with nobody there": { userPresent: false },
    "that may suddenly be synced": { backupEligible: true },
    "that is backed up and cannot be": { backedUp: true },
    "whose counter stands still": { signCount: 1 },
    "of another person": { userHandle: "A".repeat(22) },
    "whose client data were changed": { tamper: "clientDataJSON" },
    "whose authenticator data were changed": { tamper: "authenticatorData" },
    "whose signature was changed": { tamper: "signature" },
  };
  it.each(Object.entries(wrong))("refuses one %s", async (_, mischief) => {
    person.service.pass(3600);
    const refused = await stepUpByPasskey(person, authenticator, mischief);
    expect([refused.status, refused.body.code]).toEqual([401, "wrong_passkey"]);
    authenticator.signCount += 10;
  });

  it("renews the token, by a challenge of its own alone", async () => {
    person.service.pass(3600);
    const old = person.token;
    expect((await stepUpByPasskey(person, authenticator)).status).toBe(200);
    expect((await person.service.get("/v1/session", { token: old })).status).toBe(401);
    const { session } = (await person.service.get("/v1/session", person)).body;
    expect([session.aal, session.amr]).toEqual([2, ["pwd", "hwk", "user", "mfa"]]);
    const asked = (await person.service.post("/v1/sign-in/passkey/options")).body;
    const proof = { method: "passkey", id: asked.id, response: await authenticator.get(asked) };
    expect((await person.service.post("/v1/step-up", proof, person)).body.code).toBe("challenge_expired");
  });

  it("is asked of nobody who has none", async () => {
    const person = await Person.signUp(new Service());
    await person.turnOnApp();
    expect((await person.service.post("/v1/step-up/passkey/options", {}, person)).status).toBe(404);
    const { signIn } = (await person.startSignIn()).body;
    expect((await person.service.post("/v1/sign-in/passkey/options", { signIn })).status).toBe(404);
  });
});
