import { describe, expect, it } from "vitest";
import { Person, wrongCode } from "../../support/person.ts";
import { Service } from "../../support/service.ts";

describe("POST /v1/step-up", () => {
  it("elevates for ten minutes and renews the token", async () => {
    const person = await Person.signUp(new Service());
    await person.turnOnApp();
    person.service.pass(30);
    const old = person.token;
    const { status, body } = await person.service.post(
      "/v1/step-up",
      { method: "app", code: person.appCode() },
      person,
    );
    expect(status).toBe(200);
    expect(body.elevatedUntil).toBe(new Date(person.service.now + 600_000).toISOString());
    expect((await person.service.get("/v1/session", { token: old })).status).toBe(401);
    const who = await person.service.get("/v1/session", body.session);
    expect(who.body.session).toMatchObject({ elevatedUntil: body.elevatedUntil, aal: 2 });
  });

  it("takes the password where two-factor is off", async () => {
    const person = await Person.signUp(new Service());
    expect((await person.service.post("/v1/step-up", { password: "wrong one" }, person)).body.code).toBe(
      "wrong_credentials",
    );
    expect((await person.service.post("/v1/step-up", { password: person.password }, person)).status).toBe(200);
  });

  it("takes no password where two-factor is on, right or wrong", async () => {
    const person = await Person.signUp(new Service());
    await person.turnOnApp();
    for (const password of [person.password, "wrong one"]) {
      const { status, body } = await person.service.post("/v1/step-up", { password }, person);
      expect([status, body.code, body.methods]).toEqual([403, "step_up_required", ["app"]]);
    }
  });

  it("takes a mailed code of its own", async () => {
    const person = await Person.signUp(new Service());
    await person.turnOnEmail();
    expect((await person.service.post("/v1/step-up/email-code", {}, person)).status).toBe(202);
    const code = await person.service.newestCode(person.email);
    const { status } = await person.service.post("/v1/step-up", { method: "email", code }, person);
    expect(status).toBe(200);
  });

  it("takes a recovery code", async () => {
    const person = await Person.signUp(new Service());
    const { recoveryCodes } = (await person.turnOnApp()).body;
    const proof = { method: "recovery", code: recoveryCodes[0] };
    expect((await person.service.post("/v1/step-up", proof, person)).status).toBe(200);
    expect((await person.service.post("/v1/step-up", proof, person)).status).toBe(401);
  });

  it("slows wrong codes after five, longer each time, over all sessions of the account", async () => {
    const person = await Person.signUp(new Service());
    await person.turnOnApp();
    person.service.pass(30);
    const guess = () =>
      person.service.post("/v1/step-up", { method: "app", code: wrongCode(person.appCode()) }, person);
    for (let tries = 0; tries < 5; tries++) expect((await guess()).body.code).toBe("wrong_code");
    expect((await guess()).body).toMatchObject({ code: "too_many_attempts", retryAfter: 30 });
    person.service.pass(30);
    expect((await guess()).body.code).toBe("wrong_code");
    expect((await guess()).body).toMatchObject({ code: "too_many_attempts", retryAfter: 60 });
    person.service.pass(60);
    const right = await person.service.post("/v1/step-up", { method: "app", code: person.appCode() }, person);
    expect(right.status).toBe(200);
  });

  it("judges five of fifty guesses at once", async () => {
    const person = await Person.signUp(new Service());
    await person.turnOnApp();
    const code = wrongCode(person.appCode());
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => person.service.post("/v1/step-up", { method: "app", code }, person)),
    );
    expect(answers.filter(({ body }) => body.code === "wrong_code")).toHaveLength(5);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(45);
  });

  it("takes one code once, of ten at once", async () => {
    const person = await Person.signUp(new Service());
    await person.turnOnApp();
    person.service.pass(30);
    const code = person.appCode();
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => person.service.post("/v1/step-up", { method: "app", code }, person)),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  it("sends no mail to a person without the e-mail method", async () => {
    const person = await Person.signUp(new Service());
    await person.turnOnApp();
    expect((await person.service.post("/v1/step-up/email-code", {}, person)).status).toBe(404);
  });

  it("is for the signed in alone", async () => {
    const service = new Service();
    expect((await service.post("/v1/step-up", { password: "x" })).status).toBe(401);
    expect((await service.post("/v1/step-up/email-code")).status).toBe(401);
  });
});
