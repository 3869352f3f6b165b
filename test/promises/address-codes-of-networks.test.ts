import { describe, expect, it } from "vitest";
import { askChange, confirmChange, howMany, newAddress, prove, signUp } from "../support/address-codes.ts";
import { Person, wrongCode } from "../support/person.ts";
import { Service, type TestAnswer } from "../support/service.ts";

const hour = 60 * 60;
const saysOf = ({ status, body }: TestAnswer) => [status, body.code];
const codesOf = (answers: TestAnswer[]) => answers.map(({ body }) => body.code);

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
    const ip = "2001:db8:50:1::1";
    await guess(service, 29, () => ip);
    for (let each = 0; each < 3; each++) {
      expect((await prove(service, await signUp(service, newAddress()), ip)).status).toBe(201);
    }
  });
});

describe("G6 people in a session have counts of their own", () => {
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
