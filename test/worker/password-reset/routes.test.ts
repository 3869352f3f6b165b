import { env } from "cloudflare:test";
import { describe, expect, it } from "vitest";
import { askReset, confirmReset, newPassword } from "../../support/password-reset.ts";
import { Person, wrongCode } from "../../support/person.ts";
import { Service } from "../../support/service.ts";

describe("POST /v1/password-reset", () => {
  it("mails a code in the account's language, not the asker's, and says until when it is good", async () => {
    const person = await Person.signUp(new Service());
    const asked = { email: ` ${person.email.toUpperCase()} ` };
    const { status, body } = await person.service.post("/v1/password-reset", asked, {
      headers: { "Accept-Language": "es" },
    });
    expect(status).toBe(202);
    const expiresAt = new Date(person.service.now + 600_000).toISOString();
    expect(body).toEqual({ reset: { id: expect.stringMatching(/^[\w-]{22}$/), expiresAt } });
    const [mail] = await person.service.mailsTo(person.email);
    expect(mail?.subject).toBe("Your code to reset your Latchkey password");
    expect(mail?.text).toContain("Your password stays the same");
  });

  it("is written down, and changes nothing by itself", async () => {
    const person = await Person.signUp(new Service());
    await askReset(person);
    const { events } = (await person.service.get("/v1/account/activity", person)).body;
    expect(events[0].type).toBe("password_reset_requested");
    expect((await person.startSignIn()).body.status).toBe("complete");
  });

  it.each([{}, { email: "ana" }, { email: 1 }, null])("refuses %j as no valid request", async (wish) => {
    const { status, body } = await new Service().post("/v1/password-reset", wish);
    expect([status, body.code]).toEqual([400, "invalid_request"]);
  });
});

describe("POST /v1/password-reset/confirm", () => {
  it("counts tries down", async () => {
    const person = await Person.signUp(new Service());
    const { id, code } = await askReset(person);
    for (const attemptsLeft of [4, 3, 2]) {
      expect((await confirmReset(person, { id, code: wrongCode(code) })).body).toMatchObject({
        code: "wrong_code",
        attemptsLeft,
      });
    }
    expect((await confirmReset(person, { id, code })).status).toBe(200);
  });

  it("lifts the wait that wrong passwords brought, and what wrong codes of resets brought", async () => {
    const person = await Person.signUp(new Service());
    for (let tries = 0; tries < 6; tries++) await person.startSignIn("not the password");
    await confirmReset(person, await askReset(person));
    expect((await person.startSignIn(newPassword)).body.status).toBe("complete");
  });

  it("answers a session cookie to those who want one", async () => {
    const person = await Person.signUp(new Service());
    const wish = { ...(await askReset(person)), newPassword };
    const headers = { "Latchkey-Session": "", Origin: person.service.origin };
    const { body, headers: answered } = await person.service.post("/v1/password-reset/confirm", wish, { headers });
    expect(body.session.token).toBeUndefined();
    expect(answered.getSetCookie()[0]).toMatch(/^__Host-latchkey=[\w-]{43};/);
  });

  it("does not know a reset that never was", async () => {
    const person = await Person.signUp(new Service());
    expect((await confirmReset(person, { id: "nothing", code: "123456" })).body.code).toBe("code_expired");
  });

  it.each([
    { id: "x", code: "12345" },
    { id: "x" },
    { id: "", code: "123456" },
    { id: "x", code: "123456", newPassword: 1 },
  ])("refuses %j as no valid request", async (wish) => {
    const person = await Person.signUp(new Service());
    expect((await confirmReset(person, wish)).body.code).toBe("invalid_request");
  });
});

describe("POST /v1/password-reset/stop", () => {
  it.each([{}, { token: "" }, { token: "a b" }, { token: "x".repeat(300) }])(
    "refuses %j as no valid request",
    async (wish) => {
      expect((await new Service().post("/v1/password-reset/stop", wish)).body.code).toBe("invalid_request");
    },
  );

  it("is written down", async () => {
    const person = await Person.signUp(new Service());
    await person.turnOnEmail();
    await confirmReset(person, await askReset(person));
    const [mail] = await person.service.mailsTo(person.email);
    const token = /\/stop-reset\?link=([\w.-]+)/.exec(mail?.text ?? "")?.[1];
    await person.service.post("/v1/password-reset/stop", { token });
    const { events } = (await person.service.get("/v1/account/activity", person)).body;
    expect(events.slice(0, 2).map(({ type }: { type: string }) => type)).toEqual([
      "reset_wait_stopped",
      "reset_wait_begun",
    ]);
  });
});

describe("resets whose code never came", () => {
  it("are taken away by the cron trigger, not those that wait for their day", async () => {
    const person = await Person.signUp(new Service());
    await person.turnOnEmail();
    await confirmReset(person, await askReset(person));
    await askReset(person);
    const rows = async (table: string) =>
      env.DB.prepare(`SELECT count(*) AS n FROM ${table} WHERE account_id = ?`).bind(person.accountId).first("n");
    await person.service.runSchedule();
    expect(await rows("password_resets")).toBe(1);
    person.service.pass(11 * 60);
    await person.service.runSchedule();
    expect([await rows("password_resets"), await rows("waiting_passwords")]).toEqual([0, 1]);
  });
});
