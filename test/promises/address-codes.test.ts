import { describe, expect, it } from "vitest";
import { RoundTrips } from "../support/counting-database.ts";
import { askReset, confirmReset } from "../support/password-reset.ts";
import { Person, wrongCode } from "../support/person.ts";
import { Service, type TestAnswer } from "../support/service.ts";

const hour = 60 * 60;
const password = "a quiet harbour at dawn";
const from = (ip: string) => ({ headers: { "CF-Connecting-IP": ip } });
const saysOf = ({ status, body }: TestAnswer) => [status, body.code];
const codesOf = (answers: TestAnswer[]) => answers.map(({ body }) => body.code ?? body.status);
const howMany = (answers: TestAnswer[], code: string) => codesOf(answers).filter((each) => each === code).length;

let addresses = 0;
const newAddress = () => `proves-${++addresses}-${crypto.randomUUID()}@example.com`;

/** Starts an account, from no network that a platform names. */
async function signUp(service: Service, email: string): Promise<{ id: string; code: string }> {
  const answer = await service.post("/v1/accounts", { email, password });
  expect(answer.status).toBe(202);
  return { id: answer.body.verification.id, code: await service.newestCode(email) };
}

function prove(service: Service, wish: { id: string; code: string }, ip?: string): Promise<TestAnswer> {
  return service.post("/v1/accounts/verify", wish, ip ? from(ip) : {});
}

/** Has so many wrong codes judged of sign-ups with an address, five of each. */
async function guessSignUps(service: Service, email: string, guesses: number): Promise<void> {
  for (let left = guesses; left > 0; left -= 5) {
    const { id, code } = await signUp(service, email);
    for (let tries = 0; tries < Math.min(left, 5); tries++) {
      expect(saysOf(await prove(service, { id, code: wrongCode(code) }))).toEqual([401, "wrong_code"]);
    }
    service.pass(hour / 2);
  }
}

/** Asks, stepped up, for a change of address; answers its code. */
async function askChange(person: Person, newEmail: string): Promise<string> {
  await person.stepUpByPassword();
  expect((await person.service.put("/v1/account/email", { newEmail }, person)).status).toBe(202);
  return person.service.newestCode(newEmail);
}

function confirmChange(person: Person, code: string, ip?: string): Promise<TestAnswer> {
  return person.service.post("/v1/account/email/confirm", { code }, { token: person.token, ...(ip ? from(ip) : {}) });
}

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

describe("G2 wrong codes for addresses from one network", () => {
  /** Tries wrong codes, five at each of as many addresses as it takes. */
  async function guess(service: Service, times: number, ipOf: (at: number) => string): Promise<TestAnswer[]> {
    const answers: TestAnswer[] = [];
    while (answers.length < times) {
      const { id, code } = await signUp(service, newAddress());
      const those = Math.min(times - answers.length, 5);
      for (let tries = 0; tries < those; tries++) {
        answers.push(await prove(service, { id, code: wrongCode(code) }, ipOf(answers.length)));
      }
    }
    return answers;
  }

  it("G2 thirty are free, then some fifty a day", async () => {
    const service = new Service();
    const ip = "203.0.113.7";
    expect(howMany(await guess(service, 31, () => ip), "wrong_code")).toBe(30);
    let judged = 0;
    for (let hours = 0; hours < 24; hours += 2) {
      service.pass(2 * hour);
      judged += howMany(await guess(service, 5, () => ip), "wrong_code");
    }
    expect(judged).toBeGreaterThan(40);
    expect(judged).toBeLessThan(60);
  });

  it("G2 an IPv4 address written as IPv6 is the same network, and other networks are not slowed", async () => {
    const service = new Service();
    await guess(service, 30, (at) => (at % 2 ? "203.0.113.8" : "::ffff:203.0.113.8"));
    expect(codesOf(await guess(service, 1, () => "203.0.113.8"))).toEqual(["too_many_attempts"]);
    expect(codesOf(await guess(service, 1, () => "203.0.113.9"))).toEqual(["wrong_code"]);
  });

  it("G2 who has a /48 gains little by a new /64 for each try", async () => {
    const service = new Service();
    const answers = await guess(service, 125, (at) => `2001:db8:48:${at.toString(16)}::1`);
    expect(howMany(answers, "wrong_code")).toBe(120);
    expect(howMany(answers, "too_many_attempts")).toBe(5);
    expect(codesOf(await guess(service, 1, () => "2001:db8:49::1"))).toEqual(["wrong_code"]);
  });

  it("G2 right codes are not counted: an office may welcome a class", async () => {
    const service = new Service();
    for (let each = 0; each < 31; each++) {
      const answer = await prove(service, await signUp(service, newAddress()), "2001:db8:50:1::1");
      expect(answer.status).toBe(201);
    }
  });
});

describe("G5 what strangers' wrong codes for an address leave to its owner", () => {
  it("G5 an owner signs in and resets, however many sign-ups with their address were guessed at", async () => {
    const person = await Person.signUp(new Service());
    for (let round = 0; round < 5; round++) {
      person.service.pass(hour);
      const { body } = await person.service.post("/v1/accounts", { email: person.email, password });
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

  it("G6 strangers' wrong codes from a network take nothing from a change that somebody signed in makes there", async () => {
    const person = await Person.signUp(new Service());
    const ip = "203.0.113.60";
    for (let each = 0; each < 7; each++) {
      const { id, code } = await signUp(person.service, newAddress());
      for (let tries = 0; tries < 5; tries++) await prove(person.service, { id, code: wrongCode(code) }, ip);
    }
    const { id, code: right } = await signUp(person.service, newAddress());
    expect(saysOf(await prove(person.service, { id, code: right }, ip))).toEqual([429, "too_many_attempts"]);
    const code = await askChange(person, newAddress());
    expect((await confirmChange(person, code, ip)).status).toBe(200);
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
