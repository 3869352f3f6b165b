import { createScheduledController, env } from "cloudflare:test";
import { describe, expect, it, vi } from "vitest";
import worker from "../../worker/index.ts";
import { Person } from "../support/person.ts";
import { Service } from "../support/service.ts";

const day = 24 * 60 * 60;

/** What the platform does when the cron trigger of wrangler.toml is due. */
async function runCron(service: Service): Promise<void> {
  const controller = createScheduledController({ scheduledTime: new Date(service.now), cron: "*/5 * * * *" });
  await worker.scheduled(controller, env);
}

const count = async (table: string) => env.DB.prepare(`SELECT count(*) AS n FROM ${table}`).first<number>("n");

describe("the cron trigger", () => {
  it("takes away what is past, and leaves what is not", async () => {
    const service = new Service();
    const person = await Person.signUp(service);
    await service.post("/v1/accounts", { email: `late-${person.email}`, password: person.password });
    await service.post("/v1/account/two-factor/app", {}, person);
    await person.turnOnApp();
    await person.startSignIn();
    await person.stepUp();
    const newEmail = `moved-${person.email}`;
    await service.put("/v1/account/email", { newEmail }, person);
    await service.post("/v1/account/email/confirm", { code: await service.newestCode(newEmail) }, person);
    await service.post("/v1/sign-in/passkey/options");
    const tables = [
      "passkey_challenges",
      "email_codes",
      "sign_ins",
      "sign_ups",
      "email_changes",
      "events",
      "sessions",
      "app_codes",
    ];
    const counts = async () => Object.fromEntries(await Promise.all(tables.map(async (t) => [t, await count(t)])));
    // The sign-in in progress ended with the change of address.
    await service.post("/v1/sign-in", { email: newEmail, password: person.password });
    const before = await counts();
    for (const table of tables) expect([table, before[table] > 0]).toEqual([table, true]);
    await runCron(service);
    expect(await counts()).toEqual(before);

    service.pass(20 * 60);
    await runCron(service);
    expect(await counts()).toMatchObject({
      passkey_challenges: 0,
      sign_ins: 0,
      sign_ups: 0,
      app_codes: 1,
      sessions: before.sessions,
    });
    service.pass(2 * day);
    await runCron(service);
    expect(await counts()).toMatchObject({ email_codes: 0, email_changes: 1 });
    service.pass(7 * day);
    await runCron(service);
    expect(await counts()).toMatchObject({ email_changes: 0, sessions: before.sessions, events: before.events });
    service.pass(30 * day);
    await runCron(service);
    expect(await counts()).toMatchObject({ sessions: 0, events: before.events });
    service.pass(365 * day);
    await runCron(service);
    expect(await counts()).toMatchObject({ events: 0, app_codes: 1 });
    expect((await service.post("/v1/sign-in", { email: newEmail, password: person.password })).status).toBe(200);
  });

  it("takes 10,000 rows of a table in one run, the oldest first, and the rest in the next", async () => {
    const service = new Service();
    const { accountId } = await Person.signUp(service);
    const longAgo = service.now - 400 * day * 1000;
    await env.DB.prepare(
      `INSERT INTO events (id, account_id, type, at, ip, user_agent, detail, browser, network)
       WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10001)
       SELECT 'old-' || i, ?, 'sign_in', ? + i, '', '', '{}', '', '' FROM n`,
    )
      .bind(accountId, longAgo)
      .run();
    const old = env.DB.prepare("SELECT id FROM events WHERE account_id = ? AND at < ?").bind(
      accountId,
      service.now - day,
    );
    await runCron(service);
    expect((await old.all()).results).toEqual([{ id: "old-10001" }]);
    await runCron(service);
    expect((await old.all()).results).toEqual([]);
    expect(await count("events")).toBe(1);
  });

  it("sends the mails that are due", async () => {
    const service = new Service();
    const person = await Person.signUp(service);
    await env.DB.prepare(
      `INSERT INTO outbox (id, recipient, subject, text, html, created_at, next_try_at)
       VALUES ('left-behind', ?, 'Left behind', 'text', 'html', 0, 0)`,
    )
      .bind(person.email)
      .run();
    await runCron(service);
    expect((await service.mailsTo(person.email)).map(({ subject }) => subject)).toContain("Left behind");
    const left = await env.DB.prepare("SELECT recipient, subject, text, html FROM outbox").all();
    expect(left.results).toEqual([{ recipient: "", subject: "", text: "", html: "" }]);
    service.pass(24 * 60 * 60);
    await runCron(service);
    expect(await count("outbox")).toBe(0);
  });

  it("goes on to the next chore where one fails", async () => {
    const logged = vi.spyOn(console, "error").mockImplementation(() => {});
    const broken = new Proxy(env.DB, {
      get: (target) => () => {
        const session = target.withSession("first-primary");
        const prepare = (sql: string) =>
          session.prepare(sql.includes("DELETE FROM email_codes") ? "SELECT json('{')" : sql);
        return new Proxy(session, {
          get: (each, member) => (member === "prepare" ? prepare : Reflect.get(each, member).bind(each)),
        });
      },
    });
    const service = new Service({}, { DB: broken });
    await new Service().post("/v1/accounts", { email: "late@example.com", password: "a quiet harbour at dawn" });
    service.pass(day);
    await service.runSchedule();
    const lines = logged.mock.calls.map(String);
    logged.mockRestore();
    expect(lines).toEqual([expect.stringMatching(/^scheduled: expired codes failed:/)]);
    expect(await count("sign_ups")).toBe(0);
  });
});
