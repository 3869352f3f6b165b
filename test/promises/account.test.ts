import { env } from "cloudflare:test";
import { describe, expect, it } from "vitest";
import { interruptedDatabase } from "../support/interrupted-database.ts";
import { Person } from "../support/person.ts";
import { Service } from "../support/service.ts";

describe("S2 a new e-mail address walks around no second step", () => {
  it("S2 it takes the second factor to ask for one, and the next sign-in asks for it as before", async () => {
    const person = await Person.signUp(new Service());
    const before = (await person.startSignIn()).body.session;
    await person.turnOnApp();
    const wish = { newEmail: `moved-${person.email}` };
    const refused = await person.service.put("/v1/account/email", wish, { token: before.token });
    expect(refused.body).toMatchObject({ code: "step_up_required", methods: ["app"] });
    const byPassword = await person.service.post("/v1/step-up", { password: person.password }, { token: before.token });
    expect(byPassword.body.code).toBe("step_up_required");
    await person.stepUp();
    const email = await person.moveAddress();
    const { body } = await person.service.post("/v1/sign-in", { email, password: person.password });
    expect(body).toMatchObject({ status: "second_step", methods: [{ type: "app" }] });
  });

  it("S2 where e-mail is the second factor, its codes go to the new address, and the old one's are void", async () => {
    const person = await Person.signUp(new Service());
    await person.turnOnEmail();
    const { signIn } = (await person.startSignIn()).body;
    const oldCode = await person.service.newestCode(person.email);
    await person.service.post("/v1/step-up/email-code", {}, person);
    const proof = { method: "email", code: await person.service.newestCode(person.email) };
    person.token = (await person.service.post("/v1/step-up", proof, person)).body.session.token;
    const email = await person.moveAddress();
    expect((await person.typeCode(signIn, "email", oldCode)).body.code).toBe("sign_in_expired");
    const next = await person.service.post("/v1/sign-in", { email, password: person.password });
    expect(next.body).toMatchObject({
      status: "second_step",
      methods: [{ type: "email", sentTo: expect.stringMatching(/^m•••.@example\.com$/) }],
    });
    const code = await person.service.newestCode(email);
    expect((await person.typeCode(next.body.signIn, "email", code)).body.status).toBe("complete");
  });
});

describe("S4 what cannot be taken back needs a step-up", () => {
  it.each([
    ["PUT", "/v1/account/email", { newEmail: "thief@example.com" }],
    ["POST", "/v1/account/email/confirm", { code: "123456" }],
    ["GET", "/v1/account/export", undefined],
    ["DELETE", "/v1/account", {}],
  ])("S4 %s %s, by the second factor where there is one", async (method, path, body) => {
    const person = await Person.signUp(new Service());
    const early = (await person.startSignIn()).body.session;
    await person.turnOnApp();
    for (const { token } of [person, early]) {
      const answer = await person.service.send(method, path, { body, token });
      expect(answer.body).toMatchObject({ code: "step_up_required", methods: ["app"] });
    }
    expect((await person.account()).body.email).toBe(person.email);
  });
});

describe("S5 what a change should end, it ends", () => {
  it("S5 a sign-in whose password is changed while it is being checked", async () => {
    const person = await Person.signUp(new Service());
    await person.turnOnApp();
    const change = { currentPassword: person.password, newPassword: "seven lanterns on a pier" };
    const meanwhile = async () =>
      expect((await person.service.put("/v1/account/password", change, person)).status).toBe(204);
    const service = new Service({}, { DB: interruptedDatabase(2, meanwhile) });
    expect((await service.post("/v1/sign-in", person)).body.code).toBe("wrong_credentials");
    const count = env.DB.prepare("SELECT count(*) AS n FROM sign_ins WHERE account_id = ?").bind(person.accountId);
    expect(await count.first("n")).toBe(0);
  });
});

describe("S6 cookie requests that change state need an allowed Origin", () => {
  it.each([
    ["PUT", "/v1/account/email"],
    ["POST", "/v1/account/email/confirm"],
    ["POST", "/v1/account/email/undo"],
    ["POST", "/v1/not-me"],
    ["POST", "/v1/invitations/accept"],
    ["POST", "/v1/two-factor-reset/stop"],
    ["DELETE", "/v1/account"],
    ["DELETE", "/v1/account/sessions"],
    ["DELETE", "/v1/account/sessions/x"],
  ])("S6 %s %s", async (method, path) => {
    for (const origin of [undefined, "https://evil.example"]) {
      const headers = { "Latchkey-Session": "", Cookie: "__Host-latchkey=x", ...(origin && { Origin: origin }) };
      const { status, body } = await new Service().send(method, path, { body: {}, headers });
      expect([status, body.code]).toEqual([403, "origin_not_allowed"]);
    }
  });
});
