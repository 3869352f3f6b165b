import { env } from "cloudflare:test";
import { describe, expect, it } from "vitest";
import { turnOnPasskey } from "../../../support/passkey.ts";
import { Person } from "../../../support/person.ts";
import { Service } from "../../../support/service.ts";

/** Every row of every table that names one of `words`, as `table: row`. */
async function rowsNaming(words: string[]): Promise<string[]> {
  const tables = await env.DB.prepare(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '_cf_%'",
  ).all<{ name: string }>();
  const found: string[] = [];
  for (const { name } of tables.results) {
    const { results } = await env.DB.prepare(`SELECT * FROM "${name}"`).all();
    for (const row of results) {
      const text = JSON.stringify(row);
      if (words.some((word) => text.includes(word))) found.push(`${name}: ${text}`);
    }
  }
  return found;
}

/** Somebody who has left a row wherever there is a table for it. */
async function personOfLongStanding(service: Service): Promise<Person> {
  const person = await Person.signUp(service);
  await person.turnOnApp();
  await person.turnOnEmail();
  await turnOnPasskey(person);
  await person.startSignIn();
  await service.post("/v1/step-up", { method: "app", code: "000000" }, person);
  await service.post("/v1/step-up/email-code", {}, person);
  await service.post("/v1/account/two-factor/app", {}, person);
  await person.stepUp();
  const newEmail = `moved-${person.email}`;
  await service.put("/v1/account/email", { newEmail }, person);
  await service.post("/v1/account/email/confirm", { code: await service.newestCode(newEmail) }, person);
  const { signIn } = (await service.post("/v1/sign-in", { ...person, email: newEmail }, {})).body;
  service.pass(30);
  const code = { signIn, method: "app", code: person.appCode(), rememberDevice: true };
  expect((await service.post("/v1/sign-in/code", code)).body.status).toBe("complete");
  await service.post("/v1/step-up/passkey/options", {}, person);
  await service.post("/v1/password-reset", { email: newEmail });
  return person;
}

describe("DELETE /v1/account", () => {
  it("leaves no row of the account in any table, and confirms it by mail", async () => {
    const service = new Service({ DELETION_DAYS: "0" });
    const person = await personOfLongStanding(service);
    const { sessions } = (await service.get("/v1/account/sessions", person)).body;
    const resets = await env.DB.prepare("SELECT id FROM password_resets WHERE account_id = ?")
      .bind(person.accountId)
      .first<string>("id");
    const words = [person.accountId, person.email, resets ?? "", ...sessions.map(({ id }: { id: string }) => id)];
    expect(words).not.toContain("");
    const before = new Set((await rowsNaming(words)).map((row) => row.split(":")[0]));
    expect(before.size).toBeGreaterThanOrEqual(13);

    expect((await service.delete("/v1/account", { ...person, body: {} })).status).toBe(204);
    expect(await rowsNaming(words)).toEqual([]);
    expect((await person.account()).status).toBe(401);
    const [mail] = await service.mailsTo(`moved-${person.email}`);
    expect(mail?.subject).toBe("Your Latchkey account was deleted");
    expect(mail?.text).not.toContain("http");
  });

  it("leaves everybody else's", async () => {
    const service = new Service({ DELETION_DAYS: "0" });
    const [person, other] = [await Person.signUp(service), await Person.signUp(service)];
    await person.stepUpByPassword();
    await service.delete("/v1/account", { ...person, body: {} });
    expect((await other.account()).status).toBe(200);
    expect((await other.startSignIn()).body.status).toBe("complete");
  });

  it("sets the address free", async () => {
    const service = new Service({ DELETION_DAYS: "0" });
    const person = await Person.signUp(service);
    await person.stepUpByPassword();
    await service.delete("/v1/account", { ...person, body: {} });
    service.pass(30);
    const again = await Person.signUp(service, person.email);
    expect(again.accountId).not.toBe(person.accountId);
  });

  it("needs a step-up", async () => {
    const person = await Person.signUp(new Service({ DELETION_DAYS: "0" }));
    const { body } = await person.service.delete("/v1/account", { ...person, body: {} });
    expect(body.code).toBe("step_up_required");
    expect((await person.account()).status).toBe(200);
  });

  it("tells once, of many at once", async () => {
    const service = new Service({ DELETION_DAYS: "0" });
    const person = await Person.signUp(service);
    await person.stepUpByPassword();
    await Promise.all(Array.from({ length: 6 }, () => service.delete("/v1/account", { ...person, body: {} })));
    const mails = (await service.mailsTo(person.email)).filter(({ subject }) => subject.includes("deleted"));
    expect(mails).toHaveLength(1);
  });
});
