import { describe, expect, it } from "vitest";
import { Person } from "../../support/person.ts";
import { Service } from "../../support/service.ts";

/** Somebody who has just begun to set an app up. */
async function begun() {
  const person = await Person.signUp(new Service());
  const setUp = (await person.service.post("/v1/account/two-factor/app", {}, person)).body;
  const show = (by: { token: string } = person) => person.service.get(`/v1/account/two-factor/app/${setUp.id}`, by);
  return { person, setUp, show };
}

describe("GET /v1/account/two-factor/app/{id}", () => {
  it("shows a set-up that waits as it was answered, also once the token was renewed, and the key still works", async () => {
    const { person, setUp, show } = await begun();
    await person.stepUpByPassword();
    const { status, body } = await show();
    expect(status).toBe(200);
    expect(body).toEqual(setUp);
    person.uri = body.uri;
    const path = `/v1/account/two-factor/app/${setUp.id}/confirm`;
    expect((await person.service.post(path, { code: person.appCode() }, person)).status).toBe(200);
    expect((await show()).body.code).toBe("not_found");
  });

  it("asks for a step-up", async () => {
    const { person, show } = await begun();
    expect((await show()).body.code).toBe("step_up_required");
    await person.stepUpByPassword();
    person.service.pass(10 * 60);
    expect((await show()).body.code).toBe("step_up_required");
  });

  it("shows it to no other session of the account, and to no other account", async () => {
    const { person, show } = await begun();
    const other = (await person.startSignIn()).body.session;
    const elevated = await person.service.post("/v1/step-up", { password: person.password }, other);
    expect((await show(elevated.body.session)).body.code).toBe("not_found");
    const stranger = await Person.signUp(person.service);
    await stranger.stepUpByPassword();
    expect((await show(stranger)).body.code).toBe("not_found");
  });

  it("says when it has waited too long", async () => {
    const { person, show } = await begun();
    person.service.pass(15 * 60);
    await person.stepUpByPassword();
    expect((await show()).body.code).toBe("code_expired");
  });
});
