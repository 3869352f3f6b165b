import { env } from "cloudflare:test";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { databaseDump, differences } from "../support/database-dump.ts";
import { operations } from "../support/described.ts";
import { newPassword, secondStep } from "../support/flows.ts";
import { instead } from "../support/instead.ts";
import { Person, wrongCode } from "../support/person.ts";
import { emptyMailbox, Service, type TestAnswer } from "../support/service.ts";
import { wayTo } from "../support/ways.ts";
import { forgetEndpoints } from "../support/webhook.ts";

beforeEach(emptyMailbox);
afterEach(forgetEndpoints);

const changing = operations.filter(({ method }) => method !== "get").map(({ id }) => id);
const newKey = () => ({ "Idempotency-Key": crypto.randomUUID() });
const cookies = ({ headers }: TestAnswer) => headers.getSetCookie();
const countOf = async (table: string) =>
  (await env.DB.prepare(`SELECT count(*) AS count FROM ${table}`).first<{ count: number }>())?.count;

/** What an answer says; the name and the moment of the request aside. */
const said = (answer: TestAnswer) => ({ status: answer.status, body: answer.body, cookies: cookies(answer) });

describe("S15 a request whose answer is lost", () => {
  it.each(changing)("is answered alike when it is sent again, and done once: %s", async (id) => {
    const { operation, act } = await wayTo(id, await Person.signUp(new Service()));
    await instead(operation, act, async (send) => {
      const headers = newKey();
      const lost = await send({ headers });
      expect(lost.status).toBeLessThan(400);
      const [before, mails] = [await databaseDump(), (await env.MAILBOX.list()).keys.length];
      const heard = await send({ headers });
      expect(said(heard)).toEqual(said(lost));
      expect(differences(before, await databaseDump())).toEqual([]);
      expect((await env.MAILBOX.list()).keys).toHaveLength(mails);
      return heard;
    });
  });

  it.each(changing)("is done once when it is sent twice at the same time: %s", async (id) => {
    const { operation, act } = await wayTo(id, await Person.signUp(new Service()));
    await instead(operation, act, async (send) => {
      const headers = newKey();
      const before = await databaseDump();
      const [one, other] = await Promise.all([send({ headers }), send({ headers })]);
      expect(one.status).toBeLessThan(400);
      const isDeed = differences(before, await databaseDump(), ["idempotency_keys"]).length > 0;
      // What does nothing, such as writing a token, may be made twice.
      if (isDeed) expect(said(other)).toEqual(said(one));
      else expect(other.status).toBe(one.status);
      return one;
    });
  });
});

describe("S15 a deed that ends or renews what it came by", () => {
  it("a step-up by cookie is answered to the old cookie and to the new one", async () => {
    const person = await Person.signUp(new Service());
    const { service, token } = person;
    const headers = { "Latchkey-Session": "", Origin: service.origin, ...newKey() };
    const by = (cookie: string) =>
      service.post("/v1/step-up", { password: person.password }, { headers: { ...headers, Cookie: cookie } });
    const lost = await by(`__Host-latchkey=${token}`);
    const renewed = cookies(lost)[0]?.split(";")[0] ?? "";
    expect(renewed).toMatch(/^__Host-latchkey=[\w-]{43}$/);
    expect(said(await by(`__Host-latchkey=${token}`))).toEqual(said(lost));
    expect(said(await by(renewed))).toEqual(said(lost));
  });

  it("signing out is answered as done, and its session is over", async () => {
    const person = await Person.signUp(new Service());
    const headers = newKey();
    const out = () => person.service.delete("/v1/session", { token: person.token, headers });
    expect((await out()).status).toBe(204);
    expect((await out()).status).toBe(204);
    expect((await person.account()).status).toBe(401);
  });
});

describe("S15 a refusal", () => {
  it("spends one try of a code, however often it is asked for", async () => {
    const person = await Person.signUp(new Service());
    await person.turnOnApp();
    const signIn = await secondStep(person);
    const headers = newKey();
    const code = wrongCode(person.appCode());
    const tryIt = () => person.service.post("/v1/sign-in/code", { signIn, method: "app", code }, { headers });
    const first = await tryIt();
    expect(first.body.code).toBe("wrong_code");
    expect(said(await tryIt())).toEqual(said(first));
    expect((await person.typeCode(signIn, "app", code)).body.attemptsLeft).toBe(first.body.attemptsLeft - 1);
  });

  it("that asks for a step-up is forgotten, so that the same request is carried out after it", async () => {
    const person = await Person.signUp(new Service());
    await person.turnOnApp();
    const headers = newKey();
    const renew = () => person.service.post("/v1/account/recovery-codes", {}, { token: person.token, headers });
    person.service.pass(601);
    expect((await renew()).status).toBe(403);
    await person.stepUp();
    expect((await renew()).status).toBe(201);
  });

  it("for a flood keeps no row", async () => {
    const service = new Service();
    const from = { "CF-Connecting-IP": "203.0.113.77" };
    const tryIt = () =>
      service.post(
        "/v1/sign-in",
        { email: "nobody@example.com", password: "x" },
        { headers: { ...from, ...newKey() } },
      );
    let answer = await tryIt();
    while (answer.status !== 429) answer = await tryIt();
    const before = await countOf("idempotency_keys");
    expect((await tryIt()).status).toBe(429);
    expect(await countOf("idempotency_keys")).toBe(before);
  });
});

describe("S15 a key", () => {
  const change = (person: Person, key: string, password = newPassword) =>
    person.service.put(
      "/v1/account/password",
      { currentPassword: person.password, newPassword: password },
      { token: person.token, headers: { "Idempotency-Key": key } },
    );

  it("with another body, or for another address, is refused, and nothing is done", async () => {
    const person = await Person.signUp(new Service());
    const key = crypto.randomUUID();
    expect((await change(person, key)).status).toBe(204);
    const before = await databaseDump();
    expect((await change(person, key, "an owl over the mill")).body.code).toBe("key_reused");
    const elsewhere = { token: person.token, headers: { "Idempotency-Key": key } };
    expect((await person.service.delete("/v1/account/sessions", elsewhere)).body.code).toBe("key_reused");
    expect(differences(before, await databaseDump(), ["idempotency_keys"])).toEqual([]);
    expect((await change(person, key)).status).toBe(204);
  });

  it("of a sign-up whose body others try to find answers nothing after a few", async () => {
    const service = new Service();
    const headers = newKey();
    const email = `guessed-${crypto.randomUUID()}@example.com`;
    const begin = (password: string) => service.post("/v1/accounts", { email, password }, { headers });
    expect((await begin("a quiet harbour at dawn")).status).toBe(202);
    for (let times = 0; times < 5; times++) expect((await begin(`guess number ${times}`)).status).toBe(422);
    expect((await begin("a quiet harbour at dawn")).status).toBe(422);
  });

  it("is each session's own", async () => {
    const service = new Service();
    const [one, other] = [await Person.signUp(service), await Person.signUp(service)];
    const key = crypto.randomUUID();
    expect((await change(one, key)).status).toBe(204);
    expect((await change(other, key, "an owl over the mill")).status).toBe(204);
  });

  it.each(["short", "a".repeat(65), "with a space inside", "with a\ttab in the midst", "ünïcödé-characters"])(
    "is refused as %j, before anything is done",
    async (key) => {
      const person = await Person.signUp(new Service());
      const refused = await change(person, key);
      expect(refused.body).toMatchObject({ code: "invalid_request", fields: [{ path: "Idempotency-Key" }] });
      expect((await person.startSignIn()).status).toBe(200);
    },
  );

  it.each(["!".repeat(16), "~".repeat(64)])("is taken as %s", async (key) => {
    expect((await change(await Person.signUp(new Service()), key)).status).toBe(204);
  });

  it("is forgotten after ten minutes, and its row is taken away", async () => {
    const person = await Person.signUp(new Service());
    const headers = newKey();
    const start = () => person.service.post("/v1/account/two-factor/app", {}, { token: person.token, headers });
    const { id } = (await start()).body;
    person.service.pass(599);
    expect((await start()).body.id).toBe(id);
    person.service.pass(2);
    await person.service.runSchedule();
    const past = `idempotency_keys WHERE expires_at <= ${person.service.now}`;
    expect(await countOf(past)).toBe(0);
    expect((await start()).status).toBe(403);
  });

  it("costs at most one row, and nothing that is kept can be read without the request", async () => {
    const person = await Person.signUp(new Service());
    const before = await countOf("idempotency_keys");
    const headers = newKey();
    const { body } = await person.service.post("/v1/account/two-factor/app", {}, { token: person.token, headers });
    expect(await countOf("idempotency_keys")).toBe((before ?? 0) + 1);
    const dump = JSON.stringify(await databaseDump());
    for (const secret of [body.secret, headers["Idempotency-Key"], person.token]) expect(dump).not.toContain(secret);
  });
});
