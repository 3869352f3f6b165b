import { env } from "cloudflare:test";
import { describe, expect, it } from "vitest";
import { Person } from "../support/person.ts";
import { Service, type TestAnswer } from "../support/service.ts";

const most = 100;

/** Puts `count` more rows of a table there, each one like `model` but for its names, unused for ever longer. */
async function fill(table: "sessions" | "devices", accountId: string, count: number): Promise<void> {
  const { results } = await env.DB.prepare(`SELECT * FROM ${table} WHERE account_id = ? LIMIT 1`).bind(accountId).all();
  const model = results[0] ?? {};
  const columns = Object.keys(model);
  const row = env.DB.prepare(
    `INSERT INTO ${table} (${columns.join(", ")}) VALUES (${columns.map(() => "?").join(", ")})`,
  );
  const rows = Array.from({ length: count }, (_, at) => ({
    ...model,
    id: `filled-${at}-${crypto.randomUUID()}`,
    token_hash: crypto.randomUUID(),
    last_used_at: (model.last_used_at as number) - (at + 1) * 60_000,
  }));
  await env.DB.batch(rows.map((each: Record<string, unknown>) => row.bind(...columns.map((name) => each[name]))));
}

const idsIn = async (person: Person, list: "sessions" | "devices"): Promise<string[]> => {
  const { status, body } = await person.service.get(`/v1/account/${list}`, person);
  expect(status).toBe(200);
  return body[list].map(({ id }: { id: string }) => id);
};

const countIn = (table: "sessions" | "devices", { accountId }: Person) =>
  env.DB.prepare(`SELECT count(*) AS n FROM ${table} WHERE account_id = ?`).bind(accountId).first<number>("n");

describe("S13 at most a hundred sessions", () => {
  it("S13 of which all are listed; the next sign-in ends the one unused longest, and no other", async () => {
    const person = await Person.signUp(new Service());
    await fill("sessions", person.accountId, most - 1);
    const before = await idsIn(person, "sessions");
    expect(before).toHaveLength(most);
    const stranger = await Person.signUp(person.service);
    person.service.pass(1);
    expect((await person.startSignIn()).body.status).toBe("complete");
    const after = await idsIn(person, "sessions");
    expect(after).toHaveLength(most);
    expect(after.slice(1)).toEqual(before.slice(0, -1));
    expect(await countIn("sessions", stranger)).toBe(1);
  });

  it("S13 also of many sign-ins at once, each of which begins and stays", async () => {
    const person = await Person.signUp(new Service());
    await fill("sessions", person.accountId, most - 3);
    const answers = await Promise.all(Array.from({ length: 5 }, () => person.startSignIn()));
    for (const { body } of answers) {
      expect((await person.service.get("/v1/session", { token: body.session.token })).status).toBe(200);
    }
    expect(await countIn("sessions", person)).toBe(most);
  });

  it("S13 and where there were more before, they go with the next one", async () => {
    const person = await Person.signUp(new Service());
    await fill("sessions", person.accountId, most + 50);
    expect(await idsIn(person, "sessions")).toHaveLength(most + 51);
    await person.startSignIn();
    expect(await idsIn(person, "sessions")).toHaveLength(most);
  });

  it("S13 a sign-in that does not begin ends none", async () => {
    const person = await Person.signUp(new Service());
    await fill("sessions", person.accountId, most);
    await person.startSignIn("not the password");
    expect(await countIn("sessions", person)).toBe(most + 1);
  });
});

describe("S13 at most a hundred remembered browsers", () => {
  async function withBrowsers(count: number): Promise<{ person: Person; token: string }> {
    const person = await Person.signUp(new Service());
    await person.turnOnApp();
    const { "Latchkey-Device": token } = await person.rememberBrowser();
    await fill("devices", person.accountId, count - 1);
    return { person, token };
  }

  it("S13 of which all are listed; the next one remembered puts the one unused longest out, and no other", async () => {
    const { person } = await withBrowsers(most);
    const before = await idsIn(person, "devices");
    expect(before).toHaveLength(most);
    await person.rememberBrowser();
    const after = await idsIn(person, "devices");
    expect(after).toHaveLength(most);
    expect(after.slice(1)).toEqual(before.slice(0, -1));
  });

  it("S13 one that is remembered anew takes its own place", async () => {
    const { person, token } = await withBrowsers(most);
    const before = await idsIn(person, "devices");
    person.service.pass(60);
    const headers = { "Latchkey-Device": token };
    const { signIn } = (await person.service.post("/v1/sign-in", person)).body;
    const proof = { signIn, method: "app", code: person.appCode(), rememberDevice: true };
    const { body }: TestAnswer = await person.service.post("/v1/sign-in/code", proof, { headers });
    expect(body.device.token).not.toBe(token);
    expect((await idsIn(person, "devices")).slice(1)).toEqual(before.slice(1));
  });

  it("S13 also of several sign-ins at once", async () => {
    const { person } = await withBrowsers(most + 5);
    person.service.pass(60);
    const starts = await Promise.all(Array.from({ length: 3 }, () => person.startSignIn()));
    const answers = [];
    for (const { body } of starts) {
      person.service.pass(30);
      const proof = { signIn: body.signIn, method: "app", code: person.appCode(), rememberDevice: true };
      answers.push(await person.service.post("/v1/sign-in/code", proof));
    }
    for (const { body } of answers) expect(body.device.token).toMatch(/^[\w-]{43}$/);
    expect(await countIn("devices", person)).toBe(most);
  });
});
