import { describe, expect, it } from "vitest";
import {
  askChange,
  confirmChange,
  guessSignUps,
  howMany,
  newAddress,
  prove,
  signUp,
} from "../support/address-codes.ts";
import { RoundTrips } from "../support/counting-database.ts";
import { askReset, confirmReset } from "../support/password-reset.ts";
import { Person, wrongCode } from "../support/person.ts";
import { Service, type TestAnswer } from "../support/service.ts";

const hour = 60 * 60;
const saysOf = ({ status, body }: TestAnswer) => [status, body.code];
const codesOf = (answers: TestAnswer[]) => answers.map(({ body }) => body.code);

describe("G1 wrong codes for an address", () => {
  it("G1 count over all its sign-ups: after twenty, no new sign-up makes a right code count", async () => {
    const service = new Service();
    const email = newAddress();
    await guessSignUps(service, email, 20);
    const wish = await signUp(service, email.toUpperCase().replace("EXAMPLE.COM", "example.com"));
    const refused = await prove(service, wish);
    expect(saysOf(refused)).toEqual([429, "too_many_attempts"]);
    expect(refused.body.retryAfter).toBeGreaterThan(4 * hour);
    expect(refused.headers.get("Retry-After")).toBe(`${refused.body.retryAfter}`);
  });

  it("G1 count over sign-ups and changes together", async () => {
    const person = await Person.signUp(new Service());
    const email = newAddress();
    await guessSignUps(person.service, email, 20);
    const code = await askChange(person, email);
    expect(saysOf(await confirmChange(person, code))).toEqual([429, "too_many_attempts"]);
    expect((await person.account()).body.email).toBe(person.email);
  });

  it("G1 count over changes that several accounts ask for", async () => {
    const service = new Service();
    const email = newAddress();
    for (let each = 0; each < 4; each++) {
      const person = await Person.signUp(service);
      const code = await askChange(person, email);
      for (let tries = 0; tries < 5; tries++) {
        expect(saysOf(await confirmChange(person, wrongCode(code)))).toEqual([401, "wrong_code"]);
      }
      service.pass(60);
    }
    expect(saysOf(await prove(service, await signUp(service, email)))).toEqual([429, "too_many_attempts"]);
  });

  it("G1 are forgotten by four a day and never all: a year of guessing is some thousand", async () => {
    const service = new Service();
    const email = newAddress();
    await guessSignUps(service, email, 20);
    service.pass(30 * 24 * hour);
    const { id, code } = await signUp(service, email);
    const answers = [];
    for (let tries = 0; tries < 5; tries++) answers.push(await prove(service, { id, code: wrongCode(code) }));
    expect(codesOf(answers)).toEqual([...Array.from({ length: 4 }, () => "wrong_code"), "too_many_attempts"]);
  });

  it("G1 are forgotten by a right one", async () => {
    const person = await Person.signUp(new Service());
    const email = newAddress();
    await guessSignUps(person.service, email, 19);
    const other = await askChange(person, email);
    expect((await confirmChange(person, other)).status).toBe(200);
    person.service.pass(60);
    const back = newAddress();
    expect((await confirmChange(person, await askChange(person, back))).status).toBe(200);
    person.service.pass(hour);
    const { id, code } = await signUp(person.service, email);
    for (let tries = 0; tries < 4; tries++) await prove(person.service, { id, code: wrongCode(code) });
    expect((await prove(person.service, { id, code })).status).toBe(201);
  });

  it("G1 are counted only where one is judged: a void code or a sign-up that is gone fills nothing", async () => {
    const service = new Service();
    const email = newAddress();
    const { id, code } = await signUp(service, email);
    for (let tries = 0; tries < 40; tries++) await prove(service, { id, code: wrongCode(code) });
    for (let tries = 0; tries < 40; tries++) await prove(service, { id: "gone", code });
    service.pass(60);
    expect((await prove(service, await signUp(service, email))).status).toBe(201);
  });
});

describe("G3 codes for an address, many at once", () => {
  it("G3 of fifty at once over a sign-up and three changes, no more are judged than the address has left", async () => {
    const service = new Service();
    const email = newAddress();
    await guessSignUps(service, email, 12);
    const changes: { person: Person; wrong: string }[] = [];
    for (let each = 0; each < 3; each++) {
      service.pass(60);
      const person = await Person.signUp(service);
      changes.push({ person, wrong: wrongCode(await askChange(person, email)) });
    }
    // Its code and those of the changes have five tries each, twenty in all, of which the address has eight.
    const started = await signUp(service, email);
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, at) => {
        const change = changes[at % 4];
        return change
          ? confirmChange(change.person, change.wrong)
          : prove(service, { ...started, code: wrongCode(started.code) });
      }),
    );
    expect(howMany(answers, "wrong_code")).toBe(8);
    expect(howMany(answers, "too_many_attempts") + howMany(answers, "code_expired")).toBe(42);
  });
});

describe("G5 what strangers' wrong codes for an address leave to its owner", () => {
  it("G5 an owner signs in and resets, however many sign-ups with their address were guessed at", async () => {
    const person = await Person.signUp(new Service());
    for (let round = 0; round < 5; round++) {
      person.service.pass(hour);
      const { body } = await person.service.post("/v1/accounts", { email: person.email, password: person.password });
      const wish = { id: body.verification.id, code: "123456" };
      for (let tries = 0; tries < 5; tries++) await prove(person.service, wish);
    }
    expect((await person.startSignIn()).body.status).toBe("complete");
    expect((await confirmReset(person, await askReset(person))).body.status).toBe("complete");
  });

  it("G5 who wants the address for a new account asks for a new code once the wait is over, and gets in", async () => {
    const service = new Service();
    const email = newAddress();
    await guessSignUps(service, email, 20);
    const refused = await prove(service, await signUp(service, email));
    service.pass(refused.body.retryAfter);
    const wish = await signUp(service, email);
    expect((await prove(service, wish)).status).toBe(201);
  });
});

describe("G8 proving an address", () => {
  it("G8 takes three round trips, and a sign-up that is gone one", async () => {
    const trips = new RoundTrips();
    const service = new Service({}, { DB: trips.database, WEBHOOKS: undefined });
    // Whether anybody listens is looked up once for all that an isolate does, whoever is first.
    await Person.signUp(service);
    const { id, code } = await signUp(service, newAddress());
    trips.count = 0;
    await prove(service, { id, code: wrongCode(code) }, "2001:db8:51::1");
    expect(trips.count).toBe(2);
    trips.count = 0;
    expect((await prove(service, { id, code }, "2001:db8:51::1")).status).toBe(201);
    expect(trips.count).toBe(3);
    trips.count = 0;
    expect((await prove(service, { id, code })).body.code).toBe("code_expired");
    expect(trips.count).toBe(1);
  });
});
