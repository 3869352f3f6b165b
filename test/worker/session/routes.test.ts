import { describe, expect, it } from "vitest";
import { RoundTrips } from "../../support/counting-database.ts";
import { Person } from "../../support/person.ts";
import { Service } from "../../support/service.ts";

const day = 24 * 60 * 60;

describe("GET /v1/session", () => {
  it("says who this is, and how sure that is", async () => {
    const person = await Person.signUp(new Service());
    const { status, body } = await person.service.get("/v1/session", person);
    expect(status).toBe(200);
    expect(body).toEqual({
      account: { id: person.accountId, email: person.email },
      session: {
        id: expect.any(String),
        createdAt: expect.any(String),
        expiresAt: expect.any(String),
        authenticatedAt: expect.any(String),
        elevatedUntil: null,
        aal: 1,
        amr: ["pwd"],
      },
    });
  });

  it("costs one round trip to the database", async () => {
    const person = await Person.signUp(new Service());
    const trips = new RoundTrips();
    const counted = new Service({}, { DB: trips.database });
    expect((await counted.get("/v1/session", person)).status).toBe(200);
    expect(trips.count).toBe(1);
  });

  it.each(["", "Bearer", "Bearer nothing", "Basic YTpi", `Bearer ${"x".repeat(500)}`])(
    "answers 401 to `Authorization: %s`",
    async (authorization) => {
      const { status, body } = await new Service().get("/v1/session", { headers: { Authorization: authorization } });
      expect([status, body.code]).toEqual([401, "not_signed_in"]);
    },
  );

  it("ends after 30 days without use, and 90 days at most", async () => {
    const person = await Person.signUp(new Service());
    const stillThere = async () => (await person.service.get("/v1/session", person)).status === 200;
    for (const days of [29, 29, 29]) {
      person.service.pass(days * day);
      expect(await stillThere()).toBe(true);
    }
    person.service.pass(3 * day);
    expect(await stillThere()).toBe(false);

    const idle = await Person.signUp(new Service());
    idle.service.pass(30 * day);
    expect((await idle.service.get("/v1/session", idle)).status).toBe(401);
  });
});

describe("DELETE /v1/session", () => {
  it("signs out this session and no other", async () => {
    const person = await Person.signUp(new Service());
    const other = (await person.startSignIn()).body.session;
    expect((await person.service.delete("/v1/session", person)).status).toBe(204);
    expect((await person.service.get("/v1/session", person)).status).toBe(401);
    expect((await person.service.get("/v1/session", other)).status).toBe(200);
  });
});

describe("GET /v1/account/sessions", () => {
  it("lists where the account is signed in, and says which one asks", async () => {
    const service = new Service();
    const person = await Person.signUp(service);
    const headers = {
      "User-Agent": "Mozilla/5.0 (Windows NT 10.0; rv:145.0) Firefox/145.0",
      "CF-Connecting-IP": "192.0.2.7",
    };
    const other = (await service.post("/v1/sign-in", person, { token: undefined, headers })).body.session;
    const { status, body } = await service.get("/v1/account/sessions", person);
    expect(status).toBe(200);
    expect(body.sessions).toEqual([
      {
        id: other.id,
        browser: "Firefox",
        system: "Windows",
        ip: "192.0.2.7",
        createdAt: expect.stringMatching(/Z$/),
        amr: ["pwd"],
        lastUsedAt: expect.stringMatching(/Z$/),
        current: false,
      },
      expect.objectContaining({ browser: null, system: null, current: true }),
    ]);
    expect(JSON.stringify(body)).not.toMatch(/token|hash/);
  });

  it("says from where a session was last used", async () => {
    const person = await Person.signUp(new Service());
    person.service.pass(2 * 60 * 60);
    await person.service.get("/v1/session", { ...person, headers: { "CF-Connecting-IP": "203.0.113.9" } });
    const [session] = (await person.service.get("/v1/account/sessions", person)).body.sessions;
    expect(session.ip).toBe("203.0.113.9");
    expect(session.lastUsedAt > session.createdAt).toBe(true);
  });

  it("leaves out those that have idled out", async () => {
    const person = await Person.signUp(new Service());
    person.service.pass(20 * day);
    await person.startSignIn();
    person.service.pass(15 * day);
    person.token = (await person.startSignIn()).body.session.token;
    expect((await person.service.get("/v1/account/sessions", person)).body.sessions).toHaveLength(2);
  });
});

describe("DELETE /v1/account/sessions/{id}", () => {
  it("ends that one at once", async () => {
    const person = await Person.signUp(new Service());
    const other = (await person.startSignIn()).body.session;
    expect((await person.service.delete(`/v1/account/sessions/${other.id}`, person)).status).toBe(204);
    expect((await person.service.get("/v1/session", other)).status).toBe(401);
    expect((await person.service.get("/v1/session", person)).status).toBe(200);
    const again = await person.service.delete(`/v1/account/sessions/${other.id}`, person);
    expect([again.status, again.body.code]).toEqual([404, "not_found"]);
  });

  it("does not know a session of somebody else", async () => {
    const service = new Service();
    const [person, other] = [await Person.signUp(service), await Person.signUp(service)];
    const { id } = (await service.get("/v1/session", other)).body.session;
    expect((await service.delete(`/v1/account/sessions/${id}`, person)).status).toBe(404);
    expect((await service.get("/v1/session", other)).status).toBe(200);
  });
});

describe("DELETE /v1/account/sessions", () => {
  it("ends all but the one that asks, and nobody else's", async () => {
    const service = new Service();
    const [person, stranger] = [await Person.signUp(service), await Person.signUp(service)];
    const others = [(await person.startSignIn()).body.session, (await person.startSignIn()).body.session];
    expect((await service.delete("/v1/account/sessions", person)).status).toBe(204);
    for (const other of others) expect((await service.get("/v1/session", other)).status).toBe(401);
    for (const who of [person, stranger]) expect((await service.get("/v1/session", who)).status).toBe(200);
  });
});
