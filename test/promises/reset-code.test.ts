import { afterEach, describe, expect, it } from "vitest";
import { countArgon2Runs } from "../support/counting-argon2.ts";
import { RoundTrips } from "../support/counting-database.ts";
import { askReset, confirmReset, newPassword } from "../support/password-reset.ts";
import { Person, wrongCode } from "../support/person.ts";
import { Service } from "../support/service.ts";
import { Endpoint, forgetEndpoints } from "../support/webhook.ts";

afterEach(forgetEndpoints);

async function signUpWith(...methods: ("app" | "email")[]): Promise<Person> {
  const person = await Person.signUp(new Service());
  for (const method of methods) await (method === "app" ? person.turnOnApp() : person.turnOnEmail());
  return person;
}

describe("C2 the code of a reset", () => {
  it("C2 works once, of ten requests at once", async () => {
    const person = await signUpWith();
    const wish = await askReset(person);
    const answers = await Promise.all(
      Array.from({ length: 5 }, (_, at) => confirmReset(person, { ...wish, newPassword: `${newPassword} ${at}` })),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect((await confirmReset(person, wish)).status).toBe(401);
  });

  it("C2 of one purpose is right for no other", async () => {
    const person = await signUpWith("email");
    const { id, code } = await askReset(person);
    const { signIn } = (await person.startSignIn()).body;
    const signInCode = await person.service.newestCode(person.email);
    await person.service.post("/v1/step-up/email-code", {}, person);
    const stepUpCode = await person.service.newestCode(person.email);
    if (new Set([code, signInCode, stepUpCode]).size < 3) return;
    for (const other of [signInCode, stepUpCode]) {
      expect((await confirmReset(person, { id, code: other })).body.code).toBe("wrong_code");
    }
    expect((await person.typeCode(signIn, "email", code)).body.code).toBe("wrong_code");
    const stepUp = await person.service.post("/v1/step-up", { method: "email", code }, person);
    expect(stepUp.body.code).toBe("wrong_code");
    expect((await person.service.post("/v1/accounts/verify", { id, code })).body.code).toBe("code_expired");
  });

  it("C2 of one account is right for no other", async () => {
    const service = new Service();
    const [victim, thief] = [await Person.signUp(service), await Person.signUp(service)];
    const [theirs, own] = [await askReset(victim), await askReset(thief)];
    if (theirs.code === own.code) return;
    expect((await confirmReset(victim, { id: theirs.id, code: own.code })).body.code).toBe("wrong_code");
  });

  it("C2 lives ten minutes", async () => {
    const person = await signUpWith();
    const wish = await askReset(person);
    person.service.pass(10 * 60);
    expect((await confirmReset(person, wish)).body.code).toBe("code_expired");
  });
});

describe("G1 guesses at the codes of resets", () => {
  it("G3 of fifty at once five are judged", async () => {
    const person = await signUpWith();
    const { id, code } = await askReset(person);
    const guess = () => confirmReset(person, { id, code: wrongCode(code) });
    const answers = await Promise.all(Array.from({ length: 50 }, guess));
    expect(answers.filter(({ body }) => body.code === "wrong_code")).toHaveLength(5);
  });
});

describe("P3 the new password of a reset", () => {
  it("P3 is judged before the code, which a refused one does not spend", async () => {
    const person = await signUpWith();
    const wish = await askReset(person);
    for (let tries = 0; tries < 9; tries++) {
      const refused = await confirmReset(person, { ...wish, newPassword: "short" });
      expect([refused.status, refused.body.reasons]).toEqual([422, ["too_short"]]);
    }
    const name = person.email.split("@")[0];
    expect((await confirmReset(person, { ...wish, newPassword: `${name} and more` })).body.reasons).toContain(
      "contains_email",
    );
    expect((await confirmReset(person, wish)).body.status).toBe("complete");
  });

  it("P3 may not be the old one, which only the right code learns", async () => {
    const person = await signUpWith();
    const { id, code } = await askReset(person);
    const blind = await confirmReset(person, { id, code: wrongCode(code), newPassword: person.password });
    expect(blind.body.code).toBe("wrong_code");
    const refused = await confirmReset(person, { id, code, newPassword: person.password });
    expect([refused.status, refused.body.reasons]).toEqual([422, ["same_as_before"]]);
    expect((await confirmReset(person, { id, code })).body.status).toBe("complete");
  });
});

describe("P5 a reset tells nobody which addresses have accounts", () => {
  it.each<[string, (service: Service) => Promise<unknown>]>([
    // Whether anybody listens is looked up once for all that an isolate does, whoever asks first.
    ["no webhook", (service) => service.post("/v1/password-reset", { email: "first@example.com" })],
    ["a webhook", (service) => Endpoint.make(service)],
  ])(
    "P5 the request and the confirmation cost and answer the same for an unknown address, with %s",
    async (_, begin) => {
      const known = await signUpWith("app");
      const trips = new RoundTrips();
      const service = new Service({}, { DB: trips.database, WEBHOOKS: undefined });
      service.now = known.service.now + 60_000;
      await begin(service);
      const histories = [];
      for (const email of [known.email, `p5-${crypto.randomUUID()}@example.com`]) {
        const history: unknown[] = [];
        const note = async (path: string, wish: object) => {
          Object.assign(trips, { count: 0, statements: 0 });
          const hashes = countArgon2Runs();
          const { status, body } = await service.post(path, wish);
          const { reset, ...rest } = body;
          history.push({ status, body: { ...rest, requestId: "" }, shape: Object.keys(reset ?? {}) });
          history.push({ hashes: hashes.stop(), trips: trips.count, statements: trips.statements });
          return reset;
        };
        const { id } = await note("/v1/password-reset", { email });
        await note("/v1/password-reset", { email });
        await note("/v1/password-reset/confirm", { id, code: "000000", newPassword: "short" });
        const part = email.split("@")[0] ?? "";
        await note("/v1/password-reset/confirm", { id, code: "000000", newPassword: `${part} and more` });
        for (let tries = 0; tries < 7; tries++) {
          await note("/v1/password-reset/confirm", { id, code: "000000", newPassword });
        }
        histories.push(history.map((each) => JSON.stringify(each).replaceAll(email, "").replaceAll(part, "")));
      }
      expect(histories[0]).toEqual(histories[1]);
      expect(histories[0]?.[0]).toContain('"status":202');
      expect(await service.mailsTo(known.email)).not.toHaveLength(1);
    },
  );

  it("P5 an unknown address gets no mail, and an address in another spelling gets it where the account says", async () => {
    const person = await signUpWith();
    const unknown = `p5-${crypto.randomUUID()}@example.com`;
    await person.service.post("/v1/password-reset", { email: unknown });
    expect(await person.service.mailsTo(unknown)).toEqual([]);
    const spelled = person.email.replace("person", "ＰＥＲＳＯＮ");
    await person.service.post("/v1/password-reset", { email: spelled });
    expect(await person.service.mailsTo(spelled)).toEqual([]);
    expect((await person.service.mailsTo(person.email))[0]?.subject).toBe("Your code to reset your Latchkey password");
  });
});
