import { env } from "cloudflare:test";
import { describe, expect, it } from "vitest";
import { Person } from "../../support/person.ts";
import { Service } from "../../support/service.ts";

const firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0";

async function typesOf(person: Person): Promise<string[]> {
  const { body } = await person.service.get("/v1/account/activity", person);
  return body.events.map(({ type }: { type: string }) => type);
}

describe("GET /v1/account/activity", () => {
  it("tells what happened, newest first, with who did it from where", async () => {
    const person = await Person.signUp(new Service());
    const headers = { "User-Agent": firefox, "CF-Connecting-IP": "192.0.2.7" };
    await person.service.post("/v1/sign-in", person, { token: undefined, headers });
    const { status, body } = await person.service.get("/v1/account/activity", person);
    expect(status).toBe(200);
    expect(body.next).toBeUndefined();
    expect(body.events).toEqual([
      {
        id: expect.any(String),
        type: "sign_in",
        at: expect.stringMatching(/Z$/),
        ip: "192.0.2.7",
        userAgent: firefox,
        browser: "Firefox",
        system: "Linux",
        detail: { amr: "pwd" },
      },
      expect.objectContaining({ type: "account_created", browser: null, system: null }),
    ]);
  });

  it("has an event for each thing that changes how the account is protected", async () => {
    const person = await Person.signUp(new Service());
    const { body } = await person.turnOnApp("My phone");
    await person.turnOnEmail();
    const { signIn } = (await person.startSignIn()).body;
    const other = (await person.typeCode(signIn, "recovery", body.recoveryCodes[0])).body.session;
    await person.service.delete("/v1/session", other);
    await person.stepUp();
    const app = body.account.twoFactor.methods[0].id;
    await person.service.delete(`/v1/account/two-factor/${app}`, person);
    await person.service.delete("/v1/account/two-factor", person);
    const change = { currentPassword: person.password, newPassword: "seven lanterns on a pier" };
    expect((await person.service.put("/v1/account/password", change, person)).status).toBe(204);
    expect(await typesOf(person)).toEqual([
      "password_changed",
      "two_factor_off",
      "method_removed",
      "signed_out",
      "sign_in",
      "recovery_code_used",
      "method_added",
      "method_added",
      "account_created",
    ]);
  });

  it("pages by 50, and what happens meanwhile moves nothing", async () => {
    const person = await Person.signUp(new Service());
    for (let n = 0; n < 60; n++) await person.startSignIn();
    const first = (await person.service.get("/v1/account/activity", person)).body;
    await person.startSignIn();
    const path = `/v1/account/activity?cursor=${encodeURIComponent(first.next)}`;
    const second = (await person.service.get(path, person)).body;
    expect([first.events.length, second.events.length, second.next]).toEqual([50, 11, undefined]);
    const ids = [...first.events, ...second.events].map(({ id }: { id: string }) => id);
    expect(new Set(ids).size).toBe(61);
    expect(second.events.at(-1).type).toBe("account_created");
  });

  it("shows nobody else's, whatever the cursor", async () => {
    const service = new Service();
    const other = await Person.signUp(service);
    const person = await Person.signUp(service);
    const { events } = (await service.get("/v1/account/activity", other)).body;
    const cursor = `${(Date.parse(events[0].at) + 1).toString(36)}.zzzzzz`;
    expect((await service.get(`/v1/account/activity?cursor=${cursor}`, person)).body.events).toEqual([]);
  });

  it.each(["x", "", "1.A", "%00", "x".repeat(500)])("refuses %j as a cursor", async (cursor) => {
    const person = await Person.signUp(new Service());
    const { status, body } = await person.service.get(`/v1/account/activity?cursor=${cursor}`, person);
    expect([status, body.code, body.fields[0].path]).toEqual([400, "invalid_request", "cursor"]);
  });

  it("is for the signed in alone", async () => {
    expect((await new Service().get("/v1/account/activity")).status).toBe(401);
  });
});

describe("an event is written with what it tells of, or not at all", () => {
  const count = (person: Person, type: string) =>
    env.DB.prepare("SELECT count(*) AS n FROM events WHERE account_id = ? AND type = ?")
      .bind(person.accountId, type)
      .first("n");

  it("once for one change, however many ask at once", async () => {
    const person = await Person.signUp(new Service());
    const { id, uri } = (await person.service.post("/v1/account/two-factor/app", {}, person)).body;
    person.uri = uri;
    const confirm = () =>
      person.service.post(`/v1/account/two-factor/app/${id}/confirm`, { code: person.appCode() }, person);
    await Promise.all(Array.from({ length: 8 }, confirm));
    await person.stepUp();
    const remove = () => person.service.delete(`/v1/account/two-factor/${id}`, person);
    await Promise.all(Array.from({ length: 8 }, remove));
    for (const type of ["method_added", "method_removed", "two_factor_off"]) expect(await count(person, type)).toBe(1);
    const mails = (await person.service.mailsTo(person.email)).filter(({ text }) => text.includes("/not-me?"));
    expect(mails.map(({ subject }) => subject)).toEqual([
      "Two-factor authentication was turned off",
      "A sign-in method was added to your account",
    ]);
  });

  it("never for what was refused", async () => {
    const person = await Person.signUp(new Service());
    const change = { currentPassword: "not this one", newPassword: "seven lanterns on a pier" };
    await person.service.put("/v1/account/password", change, person);
    await person.service.delete("/v1/account/sessions", person);
    await person.service.delete("/v1/account/sessions/nothing", person);
    expect(await typesOf(person)).toEqual(["account_created"]);
  });
});
