import { describe, expect, it } from "vitest";
import { from, guessSignUps, howMany, prove, signUp } from "../support/address-codes.ts";
import { Person, wrongCode } from "../support/person.ts";
import { Service, type TestAnswer } from "../support/service.ts";

const hour = 60 * 60;

/** Asks, stepped up anew, for the code that makes e-mail a method; answers what types it. */
async function askSetUp(
  person: Person,
): Promise<{ code: string; confirm: (code: string, ip?: string) => Promise<TestAnswer> }> {
  person.service.pass(30 * 60);
  await person.stepUpByPassword();
  const asked = await person.service.post("/v1/account/two-factor/email", {}, person);
  expect(asked.status).toBe(202);
  const path = `/v1/account/two-factor/email/${asked.body.id}/confirm`;
  return {
    code: await person.service.newestCode(person.email),
    confirm: (code, ip) => person.service.post(path, { code }, { token: person.token, ...from(ip) }),
  };
}

/** Types so many wrong codes, five of each set-up. */
async function guessSetUps(person: Person, guesses: number): Promise<void> {
  for (let left = guesses; left > 0; left -= 5) {
    const { code, confirm } = await askSetUp(person);
    for (let tries = 0; tries < Math.min(left, 5); tries++) {
      expect((await confirm(wrongCode(code))).body.code).toBe("wrong_code");
    }
  }
}

describe("G1 wrong codes for making e-mail a method", () => {
  it("G1 count over all its set-ups: after twenty, no new one makes a right code count", async () => {
    const person = await Person.signUp(new Service());
    await guessSetUps(person, 20);
    const { code, confirm } = await askSetUp(person);
    const refused = await confirm(code);
    expect([refused.status, refused.body.code]).toEqual([429, "too_many_attempts"]);
    expect(refused.body.retryAfter).toBeGreaterThan(4 * hour);
    expect((await person.account()).body.twoFactor.enabled).toBe(false);
    expect((await person.startSignIn()).body.status).toBe("complete");
  });

  it("G1 of which four a day are forgotten, and never all", async () => {
    const person = await Person.signUp(new Service());
    await guessSetUps(person, 20);
    person.service.pass(20 * 24 * hour);
    const { code, confirm } = await askSetUp(person);
    const answers = [];
    for (let tries = 0; tries < 5; tries++) answers.push(await confirm(wrongCode(code)));
    expect(howMany(answers, "wrong_code")).toBe(4);
    expect(howMany(answers, "too_many_attempts")).toBe(1);
  });

  it("G1 are forgotten by a right one", async () => {
    const person = await Person.signUp(new Service());
    await guessSetUps(person, 19);
    const { code, confirm } = await askSetUp(person);
    const confirmed = await confirm(code);
    expect(confirmed.status).toBe(200);
    const [{ id }] = confirmed.body.account.twoFactor.methods;
    person.service.pass(60);
    await person.stepUpByEmail();
    expect((await person.service.delete(`/v1/account/two-factor/${id}`, person)).status).toBe(204);
    await guessSetUps(person, 19);
    const again = await askSetUp(person);
    expect((await again.confirm(again.code)).status).toBe(200);
  });

  it("G1 also by many guesses at once, and by none that was not judged", async () => {
    const person = await Person.signUp(new Service());
    const { code, confirm } = await askSetUp(person);
    const answers = await Promise.all(Array.from({ length: 30 }, () => confirm(wrongCode(code))));
    expect(howMany(answers, "wrong_code")).toBe(5);
    expect(howMany(answers, "code_expired")).toBe(25);
    await guessSetUps(person, 15);
    const { code: last, confirm: confirmLast } = await askSetUp(person);
    expect((await confirmLast(last)).body.code).toBe("too_many_attempts");
  });

  it("G1 count apart from what strangers try of the same address in sign-ups, and the reverse", async () => {
    const service = new Service();
    const person = await Person.signUp(service);
    const other = await Person.signUp(service);
    await guessSetUps(person, 20);
    const back = await askSetUp(other);
    expect((await back.confirm(back.code)).status).toBe(200);
    const wanted = `wanted-${crypto.randomUUID()}@example.com`;
    await guessSignUps(service, wanted, 20);
    expect((await prove(service, await signUp(service, wanted))).body.code).toBe("too_many_attempts");
    const owner = await Person.signUp(service);
    const { code, confirm } = await askSetUp(owner);
    expect((await confirm(code)).status).toBe(200);
  });

  it("G1 count by network too, whatever account they are for", async () => {
    const service = new Service();
    const ip = "192.0.2.77";
    for (let each = 0; each < 6; each++) {
      const person = await Person.signUp(service);
      const { code, confirm } = await askSetUp(person);
      service.pass(-30 * 60);
      for (let tries = 0; tries < 5; tries++) expect((await confirm(wrongCode(code), ip)).body.code).toBe("wrong_code");
    }
    const person = await Person.signUp(service);
    const { code, confirm } = await askSetUp(person);
    service.pass(-30 * 60);
    expect((await confirm(code, ip)).body.code).toBe("too_many_attempts");
    expect((await confirm(code, "192.0.2.78")).status).toBe(200);
  });
});
