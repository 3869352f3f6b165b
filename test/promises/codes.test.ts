import { env } from "cloudflare:test";
import { describe, expect, it, vi } from "vitest";
import { parseOtpauthUri } from "../../shared/otp/otpauth-uri.ts";
import { systemRandom } from "../../worker/crypto/random.ts";
import { readSealKeys } from "../../worker/environment.ts";
import { resealBatch } from "../../worker/totp/reseal.ts";
import { Person, wrongCode } from "../support/person.ts";
import { Service } from "../support/service.ts";

describe("C1 TOTP", () => {
  it("C1 has 160-bit secrets, SHA-1, 6 digits and 30 s", async () => {
    const person = await Person.signUp(new Service());
    const { body } = await person.service.post("/v1/account/two-factor/app", {}, person);
    expect(body.secret).toHaveLength(32);
    // What the link does not say is read as SHA-1, 6 digits and 30 seconds by every app.
    expect(parseOtpauthUri(body.uri)).toMatchObject({ ok: true, value: { algorithm: "SHA1", digits: 6, period: 30 } });
  });

  it("C1 accepts a step once, ever: in parallel, on another sign-in, and never an older step after a newer", async () => {
    const person = await Person.signUp(new Service());
    await person.turnOnApp();
    person.service.pass(60);
    const [older, code] = [person.appCode(-1), person.appCode()];
    const signIns = await Promise.all(Array.from({ length: 10 }, () => person.startSignIn()));
    const answers = await Promise.all(signIns.map(({ body }) => person.typeCode(body.signIn, "app", code)));
    expect(answers.filter(({ body }) => body.status === "complete")).toHaveLength(1);
    for (const used of [code, older]) {
      const { signIn } = (await person.startSignIn()).body;
      expect((await person.typeCode(signIn, "app", used)).status).toBe(401);
    }
    const stepUp = await person.service.post("/v1/step-up", { method: "app", code }, person);
    expect(stepUp.body.code).toBe("wrong_code");
  });
});

describe("C2 e-mail codes", () => {
  it("C2 are stored as a MAC that only the key makes", async () => {
    const person = await Person.signUp(new Service());
    await person.service.post("/v1/account/two-factor/email", {}, person);
    const code = await person.service.newestCode(person.email);
    const row = await env.DB.prepare("SELECT * FROM email_codes WHERE subject = ?").bind(person.accountId).first();
    expect(Object.values(row ?? {}).map(String)).not.toContain(code);
    expect(row?.mac).toMatch(/^[\w-]{43}$/);
    const other = new Service({ MAC_KEY: "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVowMTIzNDU=" });
    const answer = await other.post(`/v1/account/two-factor/email/${row?.id}/confirm`, { code }, person);
    expect(answer.body.code).toBe("wrong_code");
  });

  it("C2 live ten minutes", async () => {
    const person = await Person.signUp(new Service());
    await person.turnOnEmail();
    const { signIn } = (await person.startSignIn()).body;
    const code = await person.service.newestCode(person.email);
    person.service.pass(10 * 60);
    expect((await person.typeCode(signIn, "email", code)).status).toBe(401);
  });

  it("C2 take five tries, also of fifty at once", async () => {
    const person = await Person.signUp(new Service());
    const { id } = (await person.service.post("/v1/account/two-factor/email", {}, person)).body;
    const code = wrongCode(await person.service.newestCode(person.email));
    const confirm = () => person.service.post(`/v1/account/two-factor/email/${id}/confirm`, { code }, person);
    const answers = await Promise.all(Array.from({ length: 50 }, confirm));
    expect(answers.filter(({ body }) => body.code === "wrong_code")).toHaveLength(5);
    expect(answers.filter(({ body }) => body.code === "code_expired")).toHaveLength(45);
  });
});

describe("C3 recovery codes", () => {
  it("C3 are ten of 80 bits, stored as MACs, and void one by one", async () => {
    const person = await Person.signUp(new Service());
    const { recoveryCodes } = (await person.turnOnApp()).body;
    expect(recoveryCodes).toHaveLength(10);
    const { results } = await env.DB.prepare("SELECT mac FROM recovery_codes WHERE account_id = ?")
      .bind(person.accountId)
      .all<{ mac: string }>();
    expect(results).toHaveLength(10);
    for (const { mac } of results) expect(mac).toMatch(/^[\w-]{43}$/);
    expect(JSON.stringify((await person.account()).body)).not.toContain(recoveryCodes[0]);
  });

  it("C3 work once each under any concurrency, and each use is mailed, the last ones with a warning", async () => {
    const person = await Person.signUp(new Service());
    const { recoveryCodes } = (await person.turnOnApp()).body;
    for (const code of recoveryCodes.slice(0, 8)) {
      const signIns = await Promise.all([person.startSignIn(), person.startSignIn(), person.startSignIn()]);
      const answers = await Promise.all(signIns.map(({ body }) => person.typeCode(body.signIn, "recovery", code)));
      expect(answers.filter(({ body }) => body.status === "complete")).toHaveLength(1);
    }
    const mails = (await person.service.mailsTo(person.email)).filter(({ subject }) => subject.includes("recovery"));
    expect(mails).toHaveLength(8);
    expect(mails[0]?.text).toContain("You have 2 left");
    expect(mails[0]?.text).toContain("Get new ones while you can still sign in");
    expect(mails[1]?.text).not.toContain("Get new ones while you can still sign in");
  });

  it("C3 of one account open no other", async () => {
    const service = new Service();
    const [one, other] = [await Person.signUp(service), await Person.signUp(service)];
    const { recoveryCodes } = (await one.turnOnApp()).body;
    await other.turnOnApp();
    const { signIn } = (await other.startSignIn()).body;
    expect((await other.typeCode(signIn, "recovery", recoveryCodes[0])).body.code).toBe("wrong_code");
  });
});

describe("C4 nothing is active before it is confirmed", () => {
  it("C4 a set-up that is left changes nothing, and the older app goes on", async () => {
    const person = await Person.signUp(new Service());
    await person.turnOnApp("Old phone");
    const old = person.uri;
    await person.service.post("/v1/account/two-factor/app", { name: "New phone" }, person);
    expect((await person.account()).body.twoFactor.methods).toMatchObject([{ name: "Old phone" }]);
    person.uri = old;
    person.service.pass(30);
    const { signIn } = (await person.startSignIn()).body;
    expect((await person.typeCode(signIn, "app", person.appCode())).body.status).toBe("complete");
  });

  it("C4 several apps may be on, and each signs in", async () => {
    const person = await Person.signUp(new Service());
    await person.turnOnApp("Phone");
    const phone = person.uri;
    await person.turnOnApp("Tablet");
    const tablet = person.uri;
    person.service.pass(30);
    for (const uri of [phone, tablet]) {
      person.uri = uri;
      const { signIn } = (await person.startSignIn()).body;
      expect((await person.typeCode(signIn, "app", person.appCode())).body.status).toBe("complete");
    }
  });

  it("C4 the code that confirmed does not sign in", async () => {
    const person = await Person.signUp(new Service());
    await person.turnOnApp();
    const { signIn } = (await person.startSignIn()).body;
    expect((await person.typeCode(signIn, "app", person.appCode())).body.code).toBe("wrong_code");
  });
});

describe("C5 TOTP secrets are sealed", () => {
  const sealed = (person: Person) =>
    env.DB.prepare("SELECT sealed_secret FROM app_codes WHERE account_id = ?")
      .bind(person.accountId)
      .first<string>("sealed_secret");
  const key = (byte: number) => btoa(String.fromCharCode(...new Uint8Array(32).fill(byte)));

  it("C5 at rest, with the key's id beside them", async () => {
    const person = await Person.signUp(new Service());
    await person.turnOnApp();
    const secret = new URL(person.uri).searchParams.get("secret") ?? "";
    expect(await sealed(person)).toMatch(/^local\.[\w-]{16}\.[\w-]{48}$/);
    expect(await sealed(person)).not.toContain(secret);
  });

  it("C5 a new key seals from then on, old ones still open and are resealed when read", async () => {
    const person = await Person.signUp(new Service({ SEAL_KEYS: `one:${key(1)}` }));
    await person.turnOnApp();
    const rotated = new Service({ SEAL_KEYS: `two:${key(2)} one:${key(1)}` });
    rotated.pass(60);
    const signIn = async (service: Service) => {
      const started = (await service.post("/v1/sign-in", person)).body.signIn;
      const code = person.appCode((service.now - person.service.now) / 30_000);
      return service.post("/v1/sign-in/code", { signIn: started, method: "app", code });
    };
    expect((await signIn(rotated)).status).toBe(200);
    expect(await sealed(person)).toMatch(/^two\./);
    const onlyNew = new Service({ SEAL_KEYS: `two:${key(2)}` });
    onlyNew.pass(120);
    expect((await signIn(onlyNew)).status).toBe(200);
  });

  it("C5 a row moved to another account does not open", async () => {
    const service = new Service();
    const [victim, thief] = [await Person.signUp(service), await Person.signUp(service)];
    await victim.turnOnApp();
    await thief.turnOnApp();
    await env.DB.prepare("UPDATE app_codes SET sealed_secret = ? WHERE account_id = ?")
      .bind(await sealed(thief), victim.accountId)
      .run();
    service.pass(30);
    const { signIn } = (await victim.startSignIn()).body;
    const logged = vi.spyOn(console, "error").mockImplementation(() => {});
    const { status, body } = await victim.typeCode(signIn, "app", thief.appCode());
    expect([status, body.code]).toEqual([503, "method_unavailable"]);
    expect(logged.mock.calls.flat().join()).toContain("its key local does not fit: the row was altered");
    logged.mockRestore();
  });

  it("C5 a command reseals all, and may be stopped anywhere", async () => {
    const service = new Service({ SEAL_KEYS: `c5-old:${key(3)}` });
    const people = [await Person.signUp(service), await Person.signUp(service), await Person.signUp(service)];
    for (const person of people) await person.turnOnApp();
    const [db, keys] = [env.DB.withSession("first-primary"), readSealKeys(`c5-new:${key(4)} c5-old:${key(3)}`)];
    const run = (limit: number) =>
      resealBatch({ db, keys, random: systemRandom }, { keyId: "c5-old", after: "", limit });
    expect((await run(1)).resealed).toBe(1);
    expect((await run(10)).resealed).toBe(2);
    for (const person of people) expect(await sealed(person)).toMatch(/^c5-new\./);
  });

  it("C5 a lost key is said plainly, with its id in the log, and stops no other way in", async () => {
    const person = await Person.signUp(new Service({ SEAL_KEYS: `c5-lost:${key(5)}` }));
    const { recoveryCodes } = (await person.turnOnApp("Old phone")).body;
    const after = new Service({ SEAL_KEYS: `c5-kept:${key(6)}` });
    after.now = person.service.now + 60_000;
    const logged = vi.spyOn(console, "error").mockImplementation(() => {});
    const type = async (method: string, code: string) => {
      const { signIn } = (await after.post("/v1/sign-in", person)).body;
      return after.post("/v1/sign-in/code", { signIn, method, code });
    };
    const { status, body } = await type("app", person.appCode(2));
    expect([status, body.code, body.detail]).toEqual([
      503,
      "method_unavailable",
      expect.stringContaining("another way"),
    ]);
    const lines = logged.mock.calls.flat();
    expect(lines).toEqual([
      expect.stringMatching(/^the secret of app \S+ does not open: its key c5-lost is not in SEAL_KEYS$/),
    ]);

    const { session } = (await type("recovery", recoveryCodes[0])).body;
    const fresh = await after.post("/v1/account/two-factor/app", { name: "New phone" }, session);
    person.uri = fresh.body.uri;
    const confirm = `/v1/account/two-factor/app/${fresh.body.id}/confirm`;
    expect((await after.post(confirm, { code: person.appCode(2) }, session)).status).toBe(200);
    after.pass(30);
    expect((await type("app", person.appCode(3))).body.status).toBe("complete");
    logged.mockRestore();
  });
});

describe("C6 only enrolled methods are offered and accepted", () => {
  it("C6 e-mail is no fallback for somebody who has only an app", async () => {
    const person = await Person.signUp(new Service());
    await person.turnOnApp();
    const mails = (await person.service.mailsTo(person.email)).length;
    const { signIn, methods } = (await person.startSignIn()).body;
    expect(methods).toEqual([{ type: "app" }]);
    expect((await person.service.post("/v1/sign-in/email-code", { signIn })).status).toBe(404);
    expect((await person.typeCode(signIn, "email", "123456")).status).toBe(401);
    expect(await person.service.mailsTo(person.email)).toHaveLength(mails);
  });

  it("C6 an e-mailed code says aal 1, an app's 2", async () => {
    const person = await Person.signUp(new Service());
    await person.turnOnApp();
    await person.turnOnEmail();
    person.service.pass(30);
    const levels: Record<string, number> = {};
    for (const method of ["app", "email"] as const) {
      const { signIn } = (await person.startSignIn()).body;
      if (method === "email") await person.service.post("/v1/sign-in/email-code", { signIn });
      const code = method === "app" ? person.appCode() : await person.service.newestCode(person.email);
      const { session } = (await person.typeCode(signIn, method, code)).body;
      levels[method] = (await person.service.get("/v1/session", session)).body.session.aal;
    }
    expect(levels).toEqual({ app: 2, email: 1 });
  });
});
