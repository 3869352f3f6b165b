import { env } from "cloudflare:test";
import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { countArgon2Runs } from "../support/counting-argon2.ts";
import { RoundTrips } from "../support/counting-database.ts";
import { operatorWith, revoke } from "../support/operator.ts";
import { askReset, confirmReset } from "../support/password-reset.ts";
import { Person, wrongCode } from "../support/person.ts";
import { Service, type TestAnswer } from "../support/service.ts";
import { clientSecret, siteSettings } from "../support/site.ts";

const from = (ip: string) => ({ "CF-Connecting-IP": ip });
const newAddress = () => `g6-${crypto.randomUUID()}@example.com`;
const password = "a quiet harbour at dawn";
const codeOf = ({ body, status }: TestAnswer) => body.code ?? body.status ?? status;

/** What a backend signs for its visitor. */
function visitorHeaders(key: string, ip: string, at: number, changed: Record<string, string> = {}) {
  const seconds = Math.floor(at / 1000);
  const v1 = createHmac("sha256", key).update(`${seconds}.${ip}`).digest("hex");
  return { "Latchkey-Visitor": `t=${seconds},ip=${ip},v1=${v1}`, "Latchkey-Key": key, ...changed };
}

describe("G6 mails that strangers ask for", () => {
  it("G6 sixty resets of unknown addresses take nothing from anybody behind the same address", async () => {
    const service = new Service();
    const person = await Person.signUp(service);
    await person.turnOnEmail();
    service.pass(60);
    const headers = from("192.0.2.60");
    for (let asked = 0; asked < 60; asked++) {
      expect((await service.post("/v1/password-reset", { email: newAddress() }, { headers })).status).toBe(202);
    }
    const started = await person.startSignIn(person.password, headers);
    expect([started.body.preferred, started.body.resendAfter]).toEqual(["email", undefined]);
    const code = await service.newestCode(person.email);
    expect(codeOf(await person.typeCode(started.body.signIn, "email", code))).toBe("complete");
    expect((await service.post("/v1/accounts", { email: newAddress(), password }, { headers })).status).toBe(202);
    expect((await service.post("/v1/password-reset", { email: person.email }, { headers })).status).toBe(202);
    expect(await person.mailedLink("reset")).toMatch(/^[\w-]{43}$/);
  });

  it("G6 sixty sign-ups neither", async () => {
    const service = new Service();
    const person = await Person.signUp(service);
    await person.turnOnEmail();
    service.pass(60);
    const headers = from("192.0.2.61");
    const ask = () => service.post("/v1/accounts", { email: newAddress(), password }, { headers });
    for (let asked = 0; asked < 60; asked++) expect((await ask()).status).toBe(202);
    expect((await ask()).status).toBe(429);
    expect((await person.startSignIn(person.password, headers)).body.resendAfter).toBeUndefined();
    service.pass(30);
    const mailed = await service.post("/v1/step-up/email-code", {}, { token: person.token, headers });
    expect(mailed.status).toBe(202);
  });
});

describe("G6 a backend passes its visitor's address on", () => {
  async function ipOf(person: Person, headers: Record<string, string>): Promise<[string, string | null]> {
    const { body, headers: answered } = await person.startSignIn(person.password, headers);
    const { events } = (await person.service.get("/v1/account/activity", body.session)).body;
    return [events[0].ip, answered.get("Latchkey-Visitor")];
  }

  it("G6 signed by a key of that scope: it counts and is shown, beside a session too", async () => {
    const person = await Person.signUp(new Service());
    const { service } = person;
    const { token: key } = await operatorWith(service, ["visitors:forward"]);
    const backend = from("192.0.2.10");
    for (const ip of ["203.0.113.5", "2001:db8::7"]) {
      expect(await ipOf(person, { ...backend, ...visitorHeaders(key, ip, service.now) })).toEqual([ip, "accepted"]);
    }
    const wrong = (ip: string) =>
      person.startSignIn("not the password", { ...backend, ...visitorHeaders(key, ip, service.now) }).then(codeOf);
    for (let tries = 0; tries < 31; tries++) {
      const other = { email: newAddress(), password: "not the password" };
      const headers = { ...backend, ...visitorHeaders(key, "198.51.100.66", service.now) };
      expect(codeOf(await service.post("/v1/sign-in", other, { headers }))).toBe(
        tries < 30 ? "wrong_credentials" : "too_many_attempts",
      );
    }
    expect(await wrong("198.51.100.66")).toBe("too_many_attempts");
    expect(await wrong("198.51.100.67")).toBe("wrong_credentials");
  });

  it("G6 and nothing else is believed: stale, forged, of another key, of another scope, revoked, or from a page", async () => {
    const person = await Person.signUp(new Service());
    const { service } = person;
    const { token: key, id } = await operatorWith(service, ["visitors:forward"]);
    const { token: other } = await operatorWith(service, ["people:read"]);
    const signed = (ip = "203.0.113.5", at = service.now, by = key) => visitorHeaders(by, ip, at);
    const attempts: Record<string, string>[] = [
      signed("203.0.113.5", service.now - 120_000),
      signed("203.0.113.5", service.now + 120_000),
      { ...signed(), "Latchkey-Key": other },
      signed("203.0.113.5", service.now, other),
      signed("203.0.113.5", service.now, "lko_made-up"),
      { ...signed(), "Latchkey-Visitor": signed()["Latchkey-Visitor"].replace("203.0.113.5", "203.0.113.6") },
      { "Latchkey-Visitor": signed()["Latchkey-Visitor"] },
      signed("not an address"),
      signed("127.0.0.1"),
      { ...signed(), Origin: service.origin },
    ];
    for (const headers of attempts) {
      expect(await ipOf(person, { ...from("192.0.2.10"), ...headers })).toEqual(["192.0.2.10", "ignored"]);
    }
    await revoke(service, id);
    expect(await ipOf(person, { ...from("192.0.2.10"), ...signed() })).toEqual(["192.0.2.10", "ignored"]);
  });
});

describe("G6 the shield counts who proves something apart from strangers", () => {
  /** A shield that turns the strangers of one network away. */
  const shut = (network: string) => ({
    limit: async ({ key }: { key: string }) => ({ success: key !== network }),
  });

  it("G6 a session, an administrator's key and a client's secret pass; what proves nothing is a stranger's", async () => {
    const trips = new RoundTrips();
    const bindings = { SHIELD: shut("192.0.2.9"), DB: trips.database };
    const service = new Service(await siteSettings(), bindings);
    const person = await Person.signUp(service);
    const { token: key } = await operatorWith(service, ["people:read"]);
    const headers = from("192.0.2.9");
    const account = (token?: string) => service.get("/v1/account", { token, headers });
    expect((await account(person.token)).status).toBe(200);
    expect((await service.get("/v1/admin/people", { token: key, headers })).status).toBe(200);
    const form = { ...headers, "Content-Type": "application/x-www-form-urlencoded" };
    const basic = (secret: string) => ({
      ...form,
      Authorization: `Basic ${btoa(`bank:${encodeURIComponent(secret)}`)}`,
    });
    const grant = "grant_type=authorization_code&code=x&redirect_uri=https://bank.example/in&code_verifier=x";
    const asSite = (secret: string) => service.post("/oidc/token", grant, { headers: basic(secret) });
    expect((await asSite(clientSecret)).status).toBe(400);
    const refused = await asSite("made up");
    expect([refused.status, refused.body.error]).toEqual([429, "temporarily_unavailable"]);
    expect(refused.body.error_description).toMatch(/\w/);
    expect(Number(refused.headers.get("Retry-After"))).toBeGreaterThan(0);

    expect(codeOf(await account("made-up"))).toBe("too_many_attempts");
    expect(codeOf(await service.get("/v1/admin/people", { token: "lko_made-up", headers }))).toBe("too_many_attempts");
    const body = { email: person.email, password: "not the password" };
    expect(codeOf(await service.post("/v1/sign-in", body, { token: "made-up", headers }))).toBe("too_many_attempts");
    trips.count = 0;
    expect(codeOf(await account())).toBe("too_many_attempts");
    expect(codeOf(await service.post("/v1/sign-in", body, { headers }))).toBe("too_many_attempts");
    expect((await service.get("/oidc/userinfo", { headers })).body.error).toBe("temporarily_unavailable");
    expect(trips.count).toBe(0);
  });

  it("G6 what proves something takes no place of strangers, and each proof has its own", async () => {
    const counts = new Map<string, number>();
    const limit = async ({ key }: { key: string }) => {
      counts.set(key, (counts.get(key) ?? 0) + 1);
      return { success: (counts.get(key) ?? 0) <= 5 };
    };
    const service = new Service({}, { SHIELD: { limit } });
    const [person, other] = [await Person.signUp(service), await Person.signUp(service)];
    const headers = from("192.0.2.8");
    const account = ({ token }: Person) => service.get("/v1/account", { token, headers }).then(({ status }) => status);
    const statuses = [];
    for (let asked = 0; asked < 7; asked++) statuses.push(await account(person));
    expect(statuses).toEqual([200, 200, 200, 200, 200, 200, 429]);
    expect(await account(other)).toBe(200);
    expect((await service.get("/v1/nothing", { headers })).status).toBe(404);
    for (let asked = 0; asked < 5; asked++) await service.get("/v1/account", { token: "made-up", headers });
    expect((await service.get("/v1/nothing", { headers })).status).toBe(429);
    expect(await account(other)).toBe(200);
  });
});

describe("G8 work is counted before it is done", () => {
  /** What a request cost: hashes, and rows that it left behind. */
  async function costOf(send: () => Promise<TestAnswer>): Promise<{ code: unknown; hashes: number; rows: number }> {
    const rowsOf = async () => {
      const tables = ["sign_ups", "password_resets", "email_codes", "mailed_links", "unlocks"];
      const counts = await Promise.all(
        tables.map((table) => env.DB.prepare(`SELECT count(*) AS n FROM ${table}`).first<number>("n")),
      );
      return counts.reduce((sum: number, count: number | null) => sum + (count ?? 0), 0);
    };
    const before = await rowsOf();
    const runs = countArgon2Runs();
    const answer = await send();
    return { code: codeOf(answer), hashes: runs.stop(), rows: (await rowsOf()) - before };
  }

  const free = { code: "too_many_attempts", hashes: 0, rows: 0 };

  it("G8 a sign-up, a reset and an unlock that are refused cost no hash and leave no row", async () => {
    const service = new Service();
    const [email, headers] = [newAddress(), from("192.0.2.81")];
    const requests: [string, object][] = [
      ["/v1/accounts", { email, password }],
      ["/v1/password-reset", { email }],
      ["/v1/sign-in/unlock", { email }],
    ];
    for (const [path, body] of requests) {
      expect((await service.post(path, body, { headers })).status).toBe(202);
      expect(await costOf(() => service.post(path, body, { headers })), path).toEqual(free);
    }
  });

  it("G8 sign-ups whose passwords are refused are counted, and a refused one takes no place of a mail", async () => {
    const service = new Service();
    const [email, headers] = [newAddress(), from("192.0.2.82")];
    const ask = (wish: string) => service.post("/v1/accounts", { email, password: wish }, { headers });
    for (let asked = 0; asked < 120; asked++) expect(codeOf(await ask("short"))).toBe("password_rejected");
    expect(codeOf(await ask("short"))).toBe("too_many_attempts");
    service.pass(10);
    expect((await ask(password)).status).toBe(202);
  });

  it("G8 a strength bar is counted by network, and takes nothing from a sign-up or a reset", async () => {
    const service = new Service();
    const person = await Person.signUp(service);
    const headers = from("192.0.2.83");
    const ask = () => service.post("/v1/password/check", { password: "short" }, { headers });
    for (let asked = 0; asked < 120; asked++) expect((await ask()).status).toBe(200);
    const refused = await ask();
    expect([refused.status, refused.body.retryAfter]).toEqual([429, 10]);
    expect((await service.post("/v1/accounts", { email: newAddress(), password }, { headers })).status).toBe(202);
    expect((await service.post("/v1/password-reset", { email: person.email }, { headers })).status).toBe(202);
  });

  it("G8 a reset's new password is looked at for a right code alone", async () => {
    const person = await Person.signUp(new Service());
    const { id, code } = await askReset(person);
    const wrong = () => confirmReset(person, { id, code: wrongCode(code), newPassword: "short" });
    expect(await costOf(wrong)).toEqual({ code: "wrong_code", hashes: 0, rows: 0 });
    expect(codeOf(await confirmReset(person, { id, code, newPassword: "short" }))).toBe("password_rejected");
  });
});
