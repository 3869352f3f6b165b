import { env } from "cloudflare:test";
import { describe, expect, it } from "vitest";
import { type OperatorScope, operatorScopes } from "../../../shared/contract/operator.ts";
import { RoundTrips } from "../../support/counting-database.ts";
import { callsOf, operatorWith, revoke } from "../../support/operator.ts";
import { Person } from "../../support/person.ts";
import { Service } from "../../support/service.ts";

const person = "/v1/admin/people/:id";

/** Every route for operators, with the one scope that it asks for; a new one belongs here too. */
const routes: Record<string, OperatorScope> = {
  "POST /v1/admin/people": "people:write",
  "GET /v1/admin/people": "people:read",
  [`GET ${person}`]: "people:read",
  [`PATCH ${person}`]: "people:write",
  [`DELETE ${person}`]: "people:write",
  [`POST ${person}/password-reset`]: "people:write",
  [`POST ${person}/two-factor-reset`]: "two-factor:reset",
  [`DELETE ${person}/two-factor-reset`]: "two-factor:reset",
  [`GET ${person}/sessions`]: "people:read",
  [`DELETE ${person}/sessions`]: "sessions:end",
  [`DELETE ${person}/sessions/:sessionId`]: "sessions:end",
  "POST /v1/admin/invitations": "people:write",
  "GET /v1/admin/events": "events:read",
  "GET /v1/admin/events/export": "events:read",
  "GET /v1/admin/operator-calls": "events:read",
  "GET /v1/admin/clients": "clients",
  "POST /v1/admin/clients": "clients",
  "PATCH /v1/admin/clients/:id": "clients",
  "POST /v1/admin/clients/:id/secrets": "clients",
  "DELETE /v1/admin/clients/:id": "clients",
  "POST /v1/admin/imports": "people:import",
  "GET /v1/admin/imports/:id": "people:import",
  "PUT /v1/admin/imports/:id/rows": "people:import",
  "GET /v1/admin/imports/:id/refused": "people:import",
  "GET /v1/admin/webhooks": "webhooks",
  "POST /v1/admin/webhooks": "webhooks",
  "GET /v1/admin/webhooks/:id": "webhooks",
  "PATCH /v1/admin/webhooks/:id": "webhooks",
  "DELETE /v1/admin/webhooks/:id": "webhooks",
  "POST /v1/admin/webhooks/:id/secret": "webhooks",
  "POST /v1/admin/webhooks/:id/test": "webhooks",
  "GET /v1/admin/webhooks/:id/deliveries": "webhooks",
  "POST /v1/admin/webhooks/:id/deliveries/:delivery/send": "webhooks",
  "DELETE /v1/admin/sessions": "emergency",
  "POST /v1/admin/signing-key/replace": "emergency",
  "GET /v1/admin/keys": "emergency",
  "DELETE /v1/admin/keys/:id": "emergency",
};

describe("every route for operators", () => {
  it("is in the list of this test, and asks for the scope that the list says and for no other", async () => {
    const service = new Service();
    const admin = service.routes.filter(({ path }) => path.startsWith("/v1/admin"));
    expect(admin.map(({ method, path }) => `${method} ${path}`).sort()).toEqual(Object.keys(routes).sort());
    for (const [route, scope] of Object.entries(routes)) {
      const [method = "", path = ""] = route.split(" ");
      const send = (token: string) =>
        service.send(method, path.replace(/:\w+/g, "x"), { ...(method === "GET" ? {} : { body: {} }), token });
      const others = await operatorWith(
        service,
        operatorScopes.filter((each) => each !== scope),
      );
      const refused = await send(others.token);
      expect([route, refused.status, refused.body.code, refused.body.scope]).toEqual([
        route,
        403,
        "scope_missing",
        scope,
      ]);
      const own = await operatorWith(service, [scope]);
      expect([200, 201, 204, 400, 404, 415], route).toContain((await send(own.token)).status);
      expect(await callsOf(others.id)).toMatchObject([{ method, route: path, status: 403, did: null }]);
    }
  });

  it("refuses a person's session, a cookie, and a page of any origin with a good key", async () => {
    const somebody = await Person.signUp(new Service({ ALLOWED_ORIGINS: "https://shop.example" }));
    const { service } = somebody;
    const path = "/v1/admin/people";
    expect((await service.get(path, somebody)).body.code).toBe("operator_key_refused");
    expect((await service.get(path)).body.code).toBe("operator_key_refused");
    const { token } = await operatorWith(service);
    const cookie = { "Latchkey-Session": "", Cookie: `__Host-latchkey=${token}` };
    expect((await service.get(path, { headers: cookie })).body.code).toBe("operator_key_refused");
    for (const Origin of [service.origin, "https://shop.example", "https://evil.example", "null"]) {
      const answer = await service.get(path, { token, headers: { Origin } });
      expect([answer.status, answer.body.code]).toEqual([403, "origin_not_allowed"]);
      expect(answer.headers.get("Access-Control-Allow-Origin")).toBeNull();
      const asked = await service.send("OPTIONS", path, {
        headers: { Origin, "Access-Control-Request-Method": "GET" },
      });
      expect(asked.headers.get("Access-Control-Allow-Origin")).toBeNull();
    }
  });
});

describe("a key", () => {
  it("is good until it is revoked or expires, and each call with it is in the log either way", async () => {
    const service = new Service();
    const revoked = await operatorWith(service);
    const old = await operatorWith(service, ["people:read"], { days: 1 });
    const send = ({ token }: { token: string }) => service.get("/v1/admin/people?limit=1", { token });
    expect([(await send(revoked)).status, (await send(old)).status]).toEqual([200, 200]);
    await revoke(service, revoked.id);
    service.pass(24 * 60 * 60);
    for (const key of [revoked, old]) {
      const { status, body } = await send(key);
      expect([status, body.code]).toEqual([401, "operator_key_refused"]);
      expect((await callsOf(key.id)).map(({ status }) => status)).toEqual([200, 401]);
    }
  });

  it("is kept as a hash alone, with when it was last used", async () => {
    const service = new Service();
    const { id, token } = await operatorWith(service, ["people:read"]);
    await service.get("/v1/admin/people?limit=1", { token });
    const row = await env.DB.prepare("SELECT * FROM operators WHERE id = ?").bind(id).first();
    expect(token).toMatch(/^lko_[\w-]{43}$/);
    expect(row).toMatchObject({ name: "support", scopes: "people:read", last_used_at: service.now });
    expect(JSON.stringify(row)).not.toContain(token.slice(4));
  });

  it("costs one round trip to find, with the call written down", async () => {
    const trips = new RoundTrips();
    const service = new Service({}, { DB: trips.database });
    const { token } = await operatorWith(service, ["clients"]);
    await service.get("/v1/admin/people", { token });
    expect(trips.count).toBe(1);
  });

  it("that is wrong counts for its network exactly, and shuts nobody with a good one out", async () => {
    const service = new Service();
    const headers = { "CF-Connecting-IP": "203.0.113.77" };
    const wrong = () => service.get("/v1/admin/people?limit=1", { token: `lko_${"A".repeat(43)}`, headers });
    const answers = await Promise.all(Array.from({ length: 30 }, wrong));
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(10);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(20);
    expect((await wrong()).headers.get("Retry-After")).toMatch(/^\d+$/);
    const logged = await env.DB.prepare("SELECT count(*) AS n FROM operator_calls WHERE ip = '203.0.113.77'").first(
      "n",
    );
    expect(logged).toBe(10);
    const { token } = await operatorWith(service);
    expect((await service.get("/v1/admin/people?limit=1", { token, headers })).status).toBe(200);
  });
});

it("the log keeps a call for a year", async () => {
  const service = new Service();
  const { id, token } = await operatorWith(service, ["people:read"]);
  await service.get("/v1/admin/people?limit=1", { token });
  service.pass(364 * 24 * 60 * 60);
  await service.runSchedule();
  expect(await callsOf(id)).toHaveLength(1);
  service.pass(2 * 24 * 60 * 60);
  await service.runSchedule();
  expect(await callsOf(id)).toHaveLength(0);
});
