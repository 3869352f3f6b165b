import { env } from "cloudflare:test";
import { describe, expect, inject, it, vi } from "vitest";
import { Person } from "../../support/person.ts";
import { nextMailGets, sentTo } from "../../support/resend.ts";
import { Service } from "../../support/service.ts";

const withResend = (bindings = {}) =>
  new Service({ MAIL: "resend", RESEND_API_KEY: "re_test", RESEND_BASE_URL: inject("resendAddress") }, bindings);

const subject = "Your Latchkey password was changed";
const newPassword = "seven lanterns on a pier";

function changePassword(person: Person, service: Service) {
  service.now = Math.max(service.now, person.service.now);
  return service.put("/v1/account/password", { currentPassword: person.password, newPassword }, person);
}

async function told(person: Person) {
  return (await sentTo(person.email)).filter((mail) => mail.subject === subject);
}

const waiting = (person: Person) =>
  env.DB.prepare("SELECT * FROM outbox WHERE account_id = ? AND sent_at IS NULL")
    .bind(person.accountId)
    .all<Record<string, number>>();

describe("a mail on a security event", () => {
  it("goes out after the answer, and nothing of it stays", async () => {
    const person = await Person.signUp(new Service());
    expect((await changePassword(person, withResend())).status).toBe(204);
    const [mail, ...more] = await told(person);
    expect(more).toEqual([]);
    expect(mail?.idempotencyKey).toMatch(/^[\w-]{22}$/);
    expect(mail?.text).toContain("http://localhost:8787/not-me?link=");
    expect((await waiting(person)).results).toEqual([]);
  });

  it("is tried again by the cron trigger, under the same key, until it went out", async () => {
    const person = await Person.signUp(new Service());
    const service = withResend();
    await nextMailGets({ status: 500, to: person.email });
    expect((await changePassword(person, service)).status).toBe(204);
    expect(await told(person)).toEqual([]);
    const id = (await waiting(person)).results[0]?.id;

    await service.runSchedule();
    expect(await told(person)).toEqual([]);
    service.pass(120);
    await nextMailGets({ status: 500, to: person.email });
    await service.runSchedule();
    service.pass(120);
    await service.runSchedule();
    expect(await told(person)).toEqual([]);
    service.pass(6 * 60);
    await service.runSchedule();
    expect((await told(person)).map(({ idempotencyKey }) => idempotencyKey)).toEqual([id]);
    expect((await waiting(person)).results).toEqual([]);
  });

  it("waits as long as the provider says that takes no more, which is no try of it", async () => {
    const person = await Person.signUp(new Service());
    const service = withResend();
    for (let refused = 0; refused < 7; refused++) {
      await nextMailGets({ status: 429, to: person.email, retryAfter: 40 });
    }
    await changePassword(person, service);
    for (let run = 0; run < 6; run++) {
      await service.runSchedule();
      service.pass(40);
      await service.runSchedule();
    }
    expect(await told(person)).toEqual([]);
    expect((await waiting(person)).results).toMatchObject([{ tries: 0 }]);
    service.pass(40);
    await service.runSchedule();
    expect(await told(person)).toHaveLength(1);
  });

  it("is given up after six tries within a day, and the log names no address", async () => {
    const logged = vi.spyOn(console, "error").mockImplementation(() => {});
    const person = await Person.signUp(new Service());
    const service = withResend();
    for (let tries = 0; tries < 6; tries++) await nextMailGets({ status: 500, to: person.email });
    await changePassword(person, service);
    for (const minutes of [2, 8, 32, 128, 512]) {
      expect((await waiting(person)).results).toHaveLength(1);
      service.pass(minutes * 60);
      await service.runSchedule();
    }
    expect((await waiting(person)).results).toEqual([]);
    const lines = logged.mock.calls.map((words) => words.join(" "));
    logged.mockRestore();
    expect(lines.filter((line) => /given up after 6 tries/.test(line))).toHaveLength(1);
    expect(lines.join("\n")).not.toContain(person.email);
    expect(await told(person)).toEqual([]);
  });

  it("is taken by one of many runs at once", async () => {
    const person = await Person.signUp(new Service());
    const service = withResend();
    await nextMailGets({ status: 500, to: person.email });
    await changePassword(person, service);
    service.pass(121);
    await Promise.all(Array.from({ length: 8 }, () => service.runSchedule()));
    expect(await told(person)).toHaveLength(1);
    expect((await waiting(person)).results).toEqual([]);
  });

  it("is not taken by the cron trigger while somebody else is sending it", async () => {
    const person = await Person.signUp(new Service());
    // Sends each mail only after another run of the trigger has looked for it.
    const slow = new Proxy(env.MAILBOX, {
      get: (target, name) => {
        if (name !== "put") return Reflect.get(target, name).bind(target);
        return async (...words: Parameters<typeof target.put>) => {
          const meanwhile = new Service();
          meanwhile.now = person.service.now + 60_000;
          await meanwhile.runSchedule();
          return target.put(...words);
        };
      },
    });
    await changePassword(person, new Service({}, { MAILBOX: slow }));
    const mails = (await person.service.mailsTo(person.email)).filter((mail) => mail.subject === subject);
    expect(mails).toHaveLength(1);
  });

  it("is given up where its last try was cut short", async () => {
    const logged = vi.spyOn(console, "error").mockImplementation(() => {});
    const person = await Person.signUp(new Service());
    const service = withResend();
    await nextMailGets({ status: 500, to: person.email });
    await changePassword(person, service);
    await env.DB.prepare("UPDATE outbox SET tries = 6 WHERE account_id = ? AND sent_at IS NULL")
      .bind(person.accountId)
      .run();
    service.pass(24 * 60 * 60);
    await service.runSchedule();
    logged.mockRestore();
    expect((await waiting(person)).results).toEqual([]);
    expect(await told(person)).toEqual([]);
  });

  it("is not queued for a change that did not happen", async () => {
    const person = await Person.signUp(new Service());
    const service = withResend();
    const answers = await Promise.all([changePassword(person, service), changePassword(person, service)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([204, 401]);
    expect(await told(person)).toHaveLength(1);
  });
});
