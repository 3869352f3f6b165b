import { describe, expect, it } from "vitest";
import { Person } from "../support/person.ts";
import { Service } from "../support/service.ts";

const newPassword = "velvet anchor ladder";

function change(person: Person, currentPassword = person.password, more: object = {}) {
  return person.service.put("/v1/account/password", { currentPassword, newPassword, ...more }, person);
}

describe("P4 a change of password", () => {
  it("P4 checks the current one first, and counts wrong ones like a sign-in", async () => {
    const person = await Person.signUp(new Service());
    for (let tries = 0; tries < 5; tries++) {
      expect((await change(person, "not the password")).body.code).toBe("wrong_credentials");
    }
    const slowed = await change(person);
    expect(slowed).toMatchObject({ status: 429, body: { code: "too_many_attempts" } });
    person.service.pass(slowed.body.retryAfter);
    expect((await change(person)).status).toBe(204);
    expect((await person.startSignIn()).status).toBe(401);
    expect((await person.startSignIn(newPassword)).status).toBe(200);
  });

  it("P4 needs a fresh second factor where two-factor is on", async () => {
    const person = await Person.signUp(new Service());
    await person.turnOnApp();
    person.service.pass(11 * 60);
    expect(await change(person)).toMatchObject({ status: 403, body: { code: "step_up_required", methods: ["app"] } });
    await person.stepUp();
    expect((await change(person)).status).toBe(204);
  });

  it("P4 signs out every other session, unless the person says otherwise", async () => {
    const person = await Person.signUp(new Service());
    const elsewhere = (await person.startSignIn()).body.session.token;
    expect((await change(person, person.password, { signOutOthers: false })).status).toBe(204);
    expect((await person.service.get("/v1/session", { token: elsewhere })).status).toBe(200);
    const again = { currentPassword: newPassword, newPassword: person.password };
    expect((await person.service.put("/v1/account/password", again, person)).status).toBe(204);
    expect((await person.service.get("/v1/session", { token: elsewhere })).status).toBe(401);
    expect((await person.service.get("/v1/session", person)).status).toBe(200);
  });

  it("P4 is mailed, with what to do if it wasn't the owner", async () => {
    const person = await Person.signUp(new Service());
    await change(person);
    const [mail] = await person.service.mailsTo(person.email);
    expect(mail?.subject).toMatch(/password/i);
    expect(mail?.text).toMatch(/\/not-me\?/);
  });
});
