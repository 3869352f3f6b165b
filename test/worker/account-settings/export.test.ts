import { env } from "cloudflare:test";
import { describe, expect, it } from "vitest";
import { Person } from "../../support/person.ts";
import { Service } from "../../support/service.ts";

describe("GET /v1/account/export", () => {
  it("has all that is kept of the account, and no secret of it", async () => {
    const person = await Person.signUp(new Service());
    const { recoveryCodes } = (await person.turnOnApp("My phone")).body;
    await person.stepUp();
    const { status, body } = await person.service.get("/v1/account/export", person);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      version: 1,
      exportedAt: expect.stringMatching(/Z$/),
      account: { id: person.accountId, email: person.email, twoFactor: { methods: [{ name: "My phone" }] } },
      sessions: [{ current: true }],
      emailChanges: [],
    });
    expect(body.activity.map(({ type }: { type: string }) => type)).toEqual([
      "account_exported",
      "method_added",
      "account_created",
    ]);
    const text = JSON.stringify(body);
    const stored = await env.DB.prepare(
      `SELECT p.hash, a.sealed_secret, s.token_hash, r.mac FROM passwords p
         JOIN app_codes a USING (account_id) JOIN sessions s USING (account_id) JOIN recovery_codes r USING (account_id)
        WHERE p.account_id = ?`,
    )
      .bind(person.accountId)
      .first<Record<string, string>>();
    const secret = new URL(person.uri).searchParams.get("secret");
    for (const each of [person.token, person.password, secret, ...recoveryCodes, ...Object.values(stored ?? {})]) {
      expect(text).not.toContain(each);
    }
  });

  it("is mailed to the owner, with the link that says it wasn't them, each time", async () => {
    const person = await Person.signUp(new Service());
    await person.stepUpByPassword();
    const download = () => person.service.get("/v1/account/export", person);
    expect([(await download()).status, (await download()).status]).toEqual([200, 200]);
    const mails = await person.service.mailsTo(person.email);
    const told = mails.filter(({ subject }) => subject === "The data of your Latchkey account was downloaded");
    expect(told).toHaveLength(2);
    for (const { text } of told) expect(text).toContain("/not-me?link=");
  });

  it("gathers the mails of many downloads into one", async () => {
    const person = await Person.signUp(new Service());
    await person.stepUpByPassword();
    for (let times = 0; times < 15; times++) await person.service.get("/v1/account/export", person);
    expect((await person.service.mailsTo(person.email)).length).toBeLessThanOrEqual(11);
    person.service.pass(60 * 60);
    await person.service.runSchedule();
    const [gathered] = await person.service.mailsTo(person.email);
    expect(gathered?.subject).toBe("Recent activity on your Latchkey account");
  });

  it("needs a step-up, and is for the signed in alone", async () => {
    const person = await Person.signUp(new Service());
    expect((await person.service.get("/v1/account/export", person)).body.code).toBe("step_up_required");
    expect((await new Service().get("/v1/account/export")).status).toBe(401);
  });
});
