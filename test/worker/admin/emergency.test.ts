import { env } from "cloudflare:test";
import { beforeEach, describe, expect, it } from "vitest";
import { serverCalled } from "../../support/check-token.ts";
import { RoundTrips } from "../../support/counting-database.ts";
import { callsOf, operatorWith } from "../../support/operator.ts";
import { Person } from "../../support/person.ts";
import { Service } from "../../support/service.ts";
import { codeFor, exchange, siteSettings, userInfo } from "../../support/site.ts";

// Each service has a clock of its own.
beforeEach(() => env.DB.prepare("UPDATE session_epoch SET began_at = 0").run());

async function signEverybodyOut(service: Service): Promise<void> {
  const { token } = await operatorWith(service, ["emergency"]);
  expect((await service.delete("/v1/admin/sessions", { token })).status).toBe(204);
}

const sessionsLeft = (person: Person) =>
  env.DB.prepare("SELECT count(*) AS n FROM sessions WHERE account_id = ?").bind(person.accountId).first("n");

describe("DELETE /v1/admin/sessions", () => {
  it("signs everybody out in this moment, and nobody out who signs in after it", async () => {
    const ana = await Person.signUp(new Service());
    const ben = await Person.signUp(ana.service);
    await signEverybodyOut(ana.service);
    for (const person of [ana, ben]) {
      expect((await person.account()).body.code).toBe("not_signed_in");
      expect((await person.service.post("/v1/step-up", { password: person.password }, person)).status).toBe(401);
    }
    ana.token = (await ana.startSignIn()).body.session.token;
    expect((await ana.account()).status).toBe(200);
    const listed = await ana.service.get("/v1/account/sessions", ana);
    expect(listed.body.sessions).toHaveLength(1);
  });

  it("forgets remembered browsers, which are asked for a code again and are listed no more", async () => {
    const person = await Person.signUp(new Service());
    await person.turnOnApp();
    const browser = await person.rememberBrowser();
    expect((await person.startSignIn(person.password, browser)).body.status).toBe("complete");
    await signEverybodyOut(person.service);
    const asked = (await person.startSignIn(person.password, browser)).body;
    expect(asked.status).toBe("second_step");
    person.service.pass(30);
    const proof = { signIn: asked.signIn, method: "app", code: person.appCode(), rememberDevice: true };
    const { body } = await person.service.post("/v1/sign-in/code", proof);
    person.token = body.session.token;
    expect((await person.service.get("/v1/account/devices", person)).body.devices).toHaveLength(1);
    const again = await person.startSignIn(person.password, { "Latchkey-Device": body.device.token });
    expect(again.body.status).toBe("complete");
  });

  it("ends sign-ins in progress: a right code completes none that began before", async () => {
    const person = await Person.signUp(new Service());
    await person.turnOnApp();
    person.service.pass(60);
    const { signIn } = (await person.startSignIn()).body;
    await signEverybodyOut(person.service);
    expect((await person.typeCode(signIn, "app", person.appCode())).body.code).toBe("sign_in_expired");
  });

  it("ends codes and tokens of other sites", async () => {
    const person = await Person.signUp(new Service(await siteSettings()));
    const [code, other] = [await codeFor(person), await codeFor(person)];
    const { access_token } = (await exchange(person.service, code)).body;
    expect((await userInfo(person.service, access_token)).status).toBe(200);
    await signEverybodyOut(person.service);
    expect((await userInfo(person.service, access_token)).status).toBe(401);
    expect((await exchange(person.service, other)).body.error).toBe("invalid_grant");
  });

  it("is one row of one statement, however many sessions there are, and they are cleaned up behind it", async () => {
    const trips = new RoundTrips();
    const service = new Service({}, { DB: trips.database });
    const person = await Person.signUp(service);
    await env.DB.prepare(
      `WITH RECURSIVE n (at) AS (SELECT 1 UNION ALL SELECT at + 1 FROM n WHERE at < 12000)
       INSERT INTO sessions (id, token_hash, account_id, aal, amr, created_at, last_used_at, expires_at, authenticated_at, ip, user_agent)
       SELECT 'many-' || n.at, 'many-' || n.at, account_id, aal, amr, created_at, last_used_at, expires_at, authenticated_at, ip, user_agent
         FROM n JOIN sessions WHERE sessions.account_id = ?`,
    )
      .bind(person.accountId)
      .run();
    const { token } = await operatorWith(service, ["emergency"]);
    Object.assign(trips, { count: 0, statements: 0 });
    await service.delete("/v1/admin/sessions", { token });
    expect(trips.count).toBeLessThanOrEqual(3);
    expect(await sessionsLeft(person)).toBe(12_001);
    person.token = (await person.startSignIn()).body.session.token;
    await service.runSchedule();
    expect(await sessionsLeft(person)).toBeLessThan(2100);
    await service.runSchedule();
    expect(await sessionsLeft(person)).toBe(1);
    expect((await person.account()).status).toBe(200);
  });

  it("is for the scope `emergency` alone", async () => {
    const person = await Person.signUp(new Service());
    const { token } = await operatorWith(person.service, ["sessions:end"]);
    expect((await person.service.delete("/v1/admin/sessions", { token })).body).toMatchObject({
      code: "scope_missing",
      scope: "emergency",
    });
    expect((await person.account()).status).toBe(200);
  });
});

describe("POST /v1/admin/signing-key/replace", () => {
  const settings = { TOKEN_AUDIENCES: "orders" };

  it("publishes the new key alone, which signs, and makes what was signed before worthless to whoever asks", async () => {
    const person = await Person.signUp(new Service(settings));
    const { service } = person;
    const tokenFor = async () => (await service.post("/v1/token", { aud: "orders" }, person)).body.token as string;
    const kids = async () =>
      (await service.get("/.well-known/jwks.json")).body.keys.map(({ kid }: { kid: string }) => kid);
    const before = await tokenFor();
    const old = await kids();
    await expect(serverCalled("orders", service)(before)).resolves.toBeDefined();
    const { token } = await operatorWith(service, ["emergency"]);
    expect((await service.post("/v1/admin/signing-key/replace", {}, { token })).status).toBe(204);
    const published = await kids();
    expect(published, "one of each algorithm").toHaveLength(2);
    for (const kid of published) expect(old).not.toContain(kid);
    await expect(serverCalled("orders", service)(before)).rejects.toMatchObject({ code: "ERR_JWKS_NO_MATCHING_KEY" });
    await expect(serverCalled("orders", service)(await tokenFor())).resolves.toBeDefined();
  });

  it("replaces one that is announced too, and of several at once leaves one", async () => {
    const service = new Service(settings);
    await service.get("/.well-known/jwks.json");
    service.pass(89.5 * 86_400);
    await service.runSchedule();
    expect((await service.get("/.well-known/jwks.json")).body.keys).toHaveLength(4);
    const { token } = await operatorWith(service, ["emergency"]);
    await Promise.all([1, 2, 3].map(() => service.post("/v1/admin/signing-key/replace", {}, { token })));
    expect((await service.get("/.well-known/jwks.json")).body.keys).toHaveLength(2);
  });
});

describe("/v1/admin/keys", () => {
  it("lists every key without what it opens by, and says which one asks", async () => {
    const service = new Service();
    const own = await operatorWith(service, ["emergency"], { name: "On call" });
    const other = await operatorWith(service, ["people:read", "clients"], { name: "Shop" });
    const { body } = await service.get("/v1/admin/keys", own);
    expect(body.keys.find(({ id }: { id: string }) => id === other.id)).toEqual({
      id: other.id,
      name: "Shop",
      scopes: ["people:read", "clients"],
      createdAt: expect.any(String),
      lastUsedAt: null,
      expiresAt: expect.any(String),
      revokedAt: null,
      current: false,
    });
    expect(body.keys.filter(({ current }: { current: boolean }) => current)).toMatchObject([{ id: own.id }]);
    expect(JSON.stringify(body)).not.toContain(other.token);
  });

  it("revokes one from its next call on, once of many at once, and writes down which", async () => {
    const service = new Service();
    const own = await operatorWith(service, ["emergency"]);
    const other = await operatorWith(service, ["people:read"]);
    expect((await service.get("/v1/admin/people", other)).status).toBe(200);
    const revoke = () => service.delete(`/v1/admin/keys/${other.id}`, own);
    const answers = await Promise.all(Array.from({ length: 10 }, revoke));
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
    expect(answers.filter(({ body }) => body.code === "not_found")).toHaveLength(9);
    expect((await service.get("/v1/admin/people", other)).body.code).toBe("operator_key_refused");
    const done = (await callsOf(own.id)).filter(({ did }) => did !== null);
    expect(done).toMatchObject([{ did: "operator_revoked_key", target_id: other.id, status: 204 }]);
  });

  it("revokes itself, though it is the last; no route makes another", async () => {
    const service = new Service();
    const own = await operatorWith(service, ["emergency"]);
    expect((await service.post("/v1/admin/keys", { name: "x", scopes: ["emergency"] }, own)).status).toBe(404);
    expect((await service.delete(`/v1/admin/keys/${own.id}`, own)).status).toBe(204);
    expect((await service.get("/v1/admin/keys", own)).body.code).toBe("operator_key_refused");
  });
});
