import { describe, expect, it } from "vitest";
import { Person, wrongCode } from "../../support/person.ts";
import { Service } from "../../support/service.ts";

describe("POST /v1/account/two-factor/app", () => {
  it("answers a key, its link and its QR code, and turns nothing on", async () => {
    const person = await Person.signUp(new Service());
    const { status, body } = await person.service.post("/v1/account/two-factor/app", {}, person);
    expect(status).toBe(201);
    expect(body.secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(body.uri).toBe(
      `otpauth://totp/Latchkey:${encodeURIComponent(person.email)}?secret=${body.secret}&issuer=Latchkey`,
    );
    expect(body.qr).toMatch(/^<svg .*<\/svg>\s*$/s);
    expect((await person.account()).body.twoFactor.enabled).toBe(false);
    expect((await person.startSignIn()).body.status).toBe("complete");
  });

  it("wants a fresh proof from a session that is older than ten minutes", async () => {
    const person = await Person.signUp(new Service());
    person.service.pass(10 * 60);
    const refused = await person.service.post("/v1/account/two-factor/app", {}, person);
    expect([refused.status, refused.body.code, refused.body.methods]).toEqual([403, "step_up_required", ["password"]]);
    const stepUp = await person.service.post("/v1/step-up", { password: person.password }, person);
    person.token = stepUp.body.session.token;
    expect((await person.service.post("/v1/account/two-factor/app", {}, person)).status).toBe(201);
  });

  it("wants the second factor from a session that has not shown it", async () => {
    const service = new Service();
    const person = await Person.signUp(service);
    const early = (await person.startSignIn()).body.session.token;
    await person.turnOnApp();
    const refused = await service.post("/v1/account/two-factor/app", {}, { token: early });
    expect(refused.body).toMatchObject({ code: "step_up_required", methods: ["app"] });
  });

  it.each([{ name: "" }, { name: "x".repeat(61) }, { name: 5 }])("refuses the name in %j", async (wish) => {
    const person = await Person.signUp(new Service());
    const { status, body } = await person.service.post("/v1/account/two-factor/app", wish, person);
    expect([status, body.code, body.fields[0].path]).toEqual([400, "invalid_request", "name"]);
  });

  it("is for the signed in alone", async () => {
    expect((await new Service().post("/v1/account/two-factor/app")).status).toBe(401);
  });
});

describe("POST /v1/account/two-factor/app/{id}/confirm", () => {
  it("leaves everything to be tried again after a wrong code, then activates with ten recovery codes", async () => {
    const service = new Service();
    const person = await Person.signUp(service);
    const enrolment = (await service.post("/v1/account/two-factor/app", {}, person)).body;
    person.uri = enrolment.uri;
    const confirm = `/v1/account/two-factor/app/${enrolment.id}/confirm`;
    for (let tries = 0; tries < 7; tries++) {
      const wrong = await service.post(confirm, { code: wrongCode(person.appCode()) }, person);
      expect([wrong.status, wrong.body.code]).toEqual([401, "wrong_code"]);
    }
    expect((await person.account()).body.twoFactor.enabled).toBe(false);

    const { status, body } = await service.post(confirm, { code: person.appCode() }, person);
    expect(status).toBe(200);
    expect(body.account.twoFactor).toMatchObject({ enabled: true, recoveryCodesLeft: 10 });
    expect(new Set(body.recoveryCodes).size).toBe(10);
    for (const code of body.recoveryCodes) expect(code).toMatch(/^([0-9a-hjkmnp-tv-z]{4}-){3}[0-9a-hjkmnp-tv-z]{4}$/);
  });

  it("gives no recovery codes with a second method, and keeps the first", async () => {
    const person = await Person.signUp(new Service());
    await person.turnOnApp("Phone");
    const { body } = await person.turnOnApp("Tablet");
    expect(body.recoveryCodes).toBeUndefined();
    expect(body.account.twoFactor.methods.map(({ name }: { name: string }) => name)).toEqual(["Phone", "Tablet"]);
    expect(body.account.twoFactor.recoveryCodesLeft).toBe(10);
  });

  it("takes the codes of the steps before and after now, and none further", async () => {
    for (const [steps, status] of [
      [-2, 401],
      [-1, 200],
      [1, 200],
      [2, 401],
    ] as const) {
      const service = new Service();
      const person = await Person.signUp(service);
      const { body } = await service.post("/v1/account/two-factor/app", {}, person);
      person.uri = body.uri;
      const path = `/v1/account/two-factor/app/${body.id}/confirm`;
      expect((await service.post(path, { code: person.appCode(steps) }, person)).status).toBe(status);
    }
  });

  it("confirms once, of ten at once", async () => {
    const service = new Service();
    const person = await Person.signUp(service);
    const { body } = await service.post("/v1/account/two-factor/app", {}, person);
    person.uri = body.uri;
    const code = person.appCode();
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => service.post(`/v1/account/two-factor/app/${body.id}/confirm`, { code }, person)),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect((await person.account()).body.twoFactor.recoveryCodesLeft).toBe(10);
  });

  it("expires after a quarter of an hour", async () => {
    const service = new Service();
    const person = await Person.signUp(service);
    const { body } = await service.post("/v1/account/two-factor/app", {}, person);
    person.uri = body.uri;
    service.pass(15 * 60);
    const late = await service.post(
      `/v1/account/two-factor/app/${body.id}/confirm`,
      { code: person.appCode() },
      person,
    );
    expect([late.status, late.body.code]).toEqual([401, "code_expired"]);
  });

  it("does not confirm somebody else's set-up", async () => {
    const service = new Service();
    const owner = await Person.signUp(service);
    const { body } = await service.post("/v1/account/two-factor/app", {}, owner);
    owner.uri = body.uri;
    const other = await Person.signUp(service);
    const path = `/v1/account/two-factor/app/${body.id}/confirm`;
    const answer = await service.post(path, { code: owner.appCode() }, other);
    expect([answer.status, answer.body.code]).toEqual([404, "not_found"]);
    expect((await service.post(path, { code: owner.appCode() }, owner)).status).toBe(200);
  });
});
