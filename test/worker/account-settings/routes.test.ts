import { describe, expect, it } from "vitest";
import { Person } from "../../support/person.ts";
import { Service } from "../../support/service.ts";

describe("GET /v1/account", () => {
  it("shows the account and its methods", async () => {
    const person = await Person.signUp(new Service());
    await person.turnOnApp("My phone");
    const { status, body } = await person.account();
    expect(status).toBe(200);
    expect(body.twoFactor).toMatchObject({
      enabled: true,
      preferred: body.twoFactor.methods[0].id,
      methods: [{ type: "app", name: "My phone", lastUsedAt: null }],
      recoveryCodesLeft: 10,
    });
    expect(JSON.stringify(body)).not.toMatch(/secret|hash/i);
  });

  it("is for the signed in alone", async () => {
    const { status, body } = await new Service().get("/v1/account");
    expect([status, body.code]).toEqual([401, "not_signed_in"]);
  });
});

describe("PATCH /v1/account/two-factor", () => {
  it("makes a sign-in ask for the chosen method first", async () => {
    const person = await Person.signUp(new Service());
    await person.turnOnApp();
    const { body } = await person.turnOnEmail();
    expect((await person.startSignIn()).body.preferred).toBe("app");
    const email = body.account.twoFactor.methods.find(({ type }: { type: string }) => type === "email");
    const preferred = await person.service.patch("/v1/account/two-factor", { preferred: email.id }, person);
    expect(preferred.body.twoFactor.preferred).toBe(email.id);
    expect((await person.startSignIn()).body.preferred).toBe("email");
  });

  it("does not take somebody else's method", async () => {
    const service = new Service();
    const other = await Person.signUp(service);
    const { body } = await other.turnOnApp();
    const person = await Person.signUp(service);
    await person.turnOnApp();
    const preferred = body.account.twoFactor.methods[0].id;
    const answer = await service.patch("/v1/account/two-factor", { preferred }, person);
    expect([answer.status, answer.body.code]).toEqual([404, "not_found"]);
  });
});

describe("DELETE /v1/account/two-factor", () => {
  it("needs a step-up, and says what proof counts", async () => {
    const person = await Person.signUp(new Service());
    await person.turnOnApp();
    const refused = await person.service.delete("/v1/account/two-factor", person);
    expect(refused.status).toBe(403);
    expect(refused.body).toMatchObject({ code: "step_up_required", methods: ["app"] });
    expect((await person.account()).body.twoFactor.enabled).toBe(true);
  });

  it("turns all off after one, and the recovery codes are void", async () => {
    const person = await Person.signUp(new Service());
    await person.turnOnApp();
    await person.turnOnEmail();
    await person.stepUp();
    expect((await person.service.delete("/v1/account/two-factor", person)).status).toBe(204);
    const { body } = await person.account();
    expect(body.twoFactor).toEqual({
      enabled: false,
      preferred: null,
      methods: [],
      recoveryCodesLeft: 0,
      passkeysOnly: false,
    });
    expect((await person.startSignIn()).body.status).toBe("complete");
  });

  it("wants another step-up once ten minutes have passed", async () => {
    const person = await Person.signUp(new Service());
    await person.turnOnApp();
    await person.stepUp();
    person.service.pass(10 * 60);
    expect((await person.service.delete("/v1/account/two-factor", person)).body.code).toBe("step_up_required");
  });
});

describe("DELETE /v1/account/two-factor/{methodId}", () => {
  it("takes one away and keeps the rest, with the recovery codes", async () => {
    const person = await Person.signUp(new Service());
    const { body } = await person.turnOnApp();
    await person.turnOnEmail();
    await person.stepUp();
    const app = body.account.twoFactor.methods[0].id;
    expect((await person.service.delete(`/v1/account/two-factor/${app}`, person)).status).toBe(204);
    const { twoFactor } = (await person.account()).body;
    expect(twoFactor.methods.map(({ type }: { type: string }) => type)).toEqual(["email"]);
    expect(twoFactor.recoveryCodesLeft).toBe(10);
  });

  it("takes the recovery codes with the last method", async () => {
    const person = await Person.signUp(new Service());
    const { body } = await person.turnOnApp();
    await person.stepUp();
    await person.service.delete(`/v1/account/two-factor/${body.account.twoFactor.methods[0].id}`, person);
    expect((await person.account()).body.twoFactor).toMatchObject({
      enabled: false,
      recoveryCodesLeft: 0,
      passkeysOnly: false,
    });
  });

  it("does not know a method of somebody else", async () => {
    const service = new Service();
    const other = await Person.signUp(service);
    const { body } = await other.turnOnApp();
    const person = await Person.signUp(service);
    await person.turnOnApp();
    await person.stepUp();
    const answer = await service.delete(`/v1/account/two-factor/${body.account.twoFactor.methods[0].id}`, person);
    expect(answer.status).toBe(404);
    expect((await other.account()).body.twoFactor.enabled).toBe(true);
  });

  it("ends sign-ins in progress: they were offered a method that is gone", async () => {
    const person = await Person.signUp(new Service());
    await person.turnOnApp();
    const { signIn } = (await person.startSignIn()).body;
    await person.stepUp();
    await person.service.delete("/v1/account/two-factor", person);
    person.service.pass(30);
    expect((await person.typeCode(signIn, "app", person.appCode())).body.code).toBe("sign_in_expired");
  });
});
