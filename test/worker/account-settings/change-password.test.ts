import { describe, expect, it } from "vitest";
import { Person } from "../../support/person.ts";
import { Service } from "../../support/service.ts";

const newPassword = "seven lanterns on a pier";

function change(person: Person, wish: Record<string, unknown> = {}) {
  const body = { currentPassword: person.password, newPassword, ...wish };
  return person.service.put("/v1/account/password", body, person);
}

describe("PUT /v1/account/password", () => {
  it("changes it, keeps this session and ends the others", async () => {
    const person = await Person.signUp(new Service());
    const other = (await person.startSignIn()).body.session;
    expect((await change(person)).status).toBe(204);
    expect((await person.service.get("/v1/session", person)).status).toBe(200);
    expect((await person.service.get("/v1/session", other)).status).toBe(401);
    expect((await person.startSignIn()).body.code).toBe("wrong_credentials");
    expect((await person.startSignIn(newPassword)).body.status).toBe("complete");
    expect((await person.account()).body.passwordChangedAt > (await person.account()).body.createdAt).toBe(true);
  });

  it("keeps the others where the person says so", async () => {
    const person = await Person.signUp(new Service());
    const other = (await person.startSignIn()).body.session;
    await change(person, { signOutOthers: false });
    expect((await person.service.get("/v1/session", other)).status).toBe(200);
  });

  it("ends sign-ins in progress", async () => {
    const person = await Person.signUp(new Service());
    await person.turnOnApp();
    const { signIn } = (await person.startSignIn()).body;
    await change(person);
    person.service.pass(30);
    expect((await person.typeCode(signIn, "app", person.appCode())).body.code).toBe("sign_in_expired");
  });

  it("refuses a wrong current password and changes nothing", async () => {
    const person = await Person.signUp(new Service());
    const { status, body } = await change(person, { currentPassword: "not this one" });
    expect([status, body.code]).toEqual([401, "wrong_credentials"]);
    expect((await person.startSignIn()).body.status).toBe("complete");
  });

  it("slows guesses of the current password after five", async () => {
    const person = await Person.signUp(new Service());
    for (let tries = 0; tries < 5; tries++) await change(person, { currentPassword: "not this one" });
    expect((await change(person)).body).toMatchObject({ code: "too_many_attempts", retryAfter: 30 });
    person.service.pass(30);
    expect((await change(person)).status).toBe(204);
  });

  it.each([
    ["seven77", ["too_short"]],
    ["x".repeat(257), ["too_long"]],
    ["qwertyuiop", ["too_common"]],
    ["my Latchkey password", ["too_common"]],
    ["a quiet harbour at dawn", ["same_as_before"]],
  ])("refuses %j with the reason", async (wish, reasons) => {
    const person = await Person.signUp(new Service());
    const { status, body } = await change(person, { newPassword: wish });
    expect([status, body.code, body.reasons]).toEqual([422, "password_rejected", reasons]);
  });

  it("refuses what holds the address", async () => {
    const person = await Person.signUp(new Service());
    const wish = `${person.email.split("@")[0]} and more`;
    expect((await change(person, { newPassword: wish })).body.reasons).toContain("contains_email");
  });

  it("wants the second factor of a session that has not shown it", async () => {
    const person = await Person.signUp(new Service());
    const early = (await person.startSignIn()).body.session;
    await person.turnOnApp();
    const wish = { currentPassword: person.password, newPassword };
    const { body } = await person.service.put("/v1/account/password", wish, { token: early.token });
    expect(body).toMatchObject({ code: "step_up_required", methods: ["app"] });
  });

  it("lets one of two changes at once through", async () => {
    const person = await Person.signUp(new Service());
    const answers = await Promise.all([change(person), change(person, { newPassword: `${newPassword} again` })]);
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
  });

  it("is for the signed in alone", async () => {
    const body = { currentPassword: "x", newPassword };
    expect((await new Service().put("/v1/account/password", body)).status).toBe(401);
  });
});
