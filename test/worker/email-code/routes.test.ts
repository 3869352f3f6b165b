import { describe, expect, it } from "vitest";
import { Person, wrongCode } from "../../support/person.ts";
import { Service } from "../../support/service.ts";

const path = "/v1/account/two-factor/email";

describe("POST /v1/account/two-factor/email", () => {
  it("mails a code and shows the address only masked", async () => {
    const service = new Service();
    const person = await Person.signUp(service, `ana-${crypto.randomUUID()}@example.com`);
    const { status, body } = await service.post(path, {}, person);
    expect(status).toBe(202);
    expect(body).toEqual({
      id: expect.any(String),
      sentTo: expect.stringMatching(/^a•••[\da-f]@example\.com$/),
      expiresAt: expect.any(String),
    });
    expect((await person.account()).body.twoFactor.enabled).toBe(false);
  });

  it("sends again after 30 s and voids the old code", async () => {
    const service = new Service();
    const person = await Person.signUp(service);
    const first = (await service.post(path, {}, person)).body;
    const firstCode = await service.newestCode(person.email);
    expect((await service.post(path, {}, person)).body).toMatchObject({ code: "too_many_attempts", retryAfter: 30 });
    service.pass(30);
    const second = (await service.post(path, {}, person)).body;
    const old = await service.post(`${path}/${first.id}/confirm`, { code: firstCode }, person);
    expect(old.body.code).toBe("code_expired");
    const code = await service.newestCode(person.email);
    expect((await service.post(`${path}/${second.id}/confirm`, { code }, person)).status).toBe(200);
  });

  it("is for the signed in alone", async () => {
    expect((await new Service().post(path)).status).toBe(401);
  });
});

describe("POST /v1/account/two-factor/email/{id}/confirm", () => {
  it("turns e-mail on, with ten recovery codes when it is the first method", async () => {
    const person = await Person.signUp(new Service());
    const { status, body } = await person.turnOnEmail();
    expect(status).toBe(200);
    expect(body.account.twoFactor.methods).toMatchObject([{ type: "email", name: person.email }]);
    expect(body.recoveryCodes).toHaveLength(10);
  });

  it("gives none when an app was there before", async () => {
    const person = await Person.signUp(new Service());
    await person.turnOnApp();
    const { body } = await person.turnOnEmail();
    expect(body.recoveryCodes).toBeUndefined();
    expect(body.account.twoFactor.methods).toHaveLength(2);
  });

  it("allows five tries, then wants a new code", async () => {
    const service = new Service();
    const person = await Person.signUp(service);
    const { id } = (await service.post(path, {}, person)).body;
    const code = await service.newestCode(person.email);
    for (const attemptsLeft of [4, 3, 2, 1, 0]) {
      const wrong = await service.post(`${path}/${id}/confirm`, { code: wrongCode(code) }, person);
      expect(wrong.body).toMatchObject({ code: "wrong_code", attemptsLeft });
    }
    expect((await service.post(`${path}/${id}/confirm`, { code }, person)).body.code).toBe("code_expired");
  });

  it("does not confirm somebody else's", async () => {
    const service = new Service();
    const owner = await Person.signUp(service);
    const { id } = (await service.post(path, {}, owner)).body;
    const code = await service.newestCode(owner.email);
    const other = await Person.signUp(service);
    expect((await service.post(`${path}/${id}/confirm`, { code }, other)).status).toBe(401);
    expect((await service.post(`${path}/${id}/confirm`, { code }, owner)).status).toBe(200);
  });

  it("judges the same code once, of ten at once", async () => {
    const service = new Service();
    const person = await Person.signUp(service);
    const { id } = (await service.post(path, {}, person)).body;
    const code = await service.newestCode(person.email);
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => service.post(`${path}/${id}/confirm`, { code }, person)),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });
});
