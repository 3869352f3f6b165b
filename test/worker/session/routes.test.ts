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
