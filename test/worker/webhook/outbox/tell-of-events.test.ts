import { env } from "cloudflare:test";
import { afterEach, describe, expect, it, vi } from "vitest";
import { eventTypes } from "../../../../shared/contract/event-types.ts";
import { webhookTypeOf, webhookTypes } from "../../../../shared/contract/webhook.ts";
import { RoundTrips } from "../../../support/counting-database.ts";
import { type Fault, FaultyDatabase } from "../../../support/faulty-database.ts";
import { type Flow, flows } from "../../../support/flows.ts";
import { Person } from "../../../support/person.ts";
import { Service } from "../../../support/service.ts";
import { Endpoint, forgetEndpoints, verify } from "../../../support/webhook.ts";

afterEach(forgetEndpoints);

const unhurried = (bindings = {}) => new Service({ DELETION_DAYS: "0" }, { WEBHOOKS: undefined, ...bindings });

interface EventRow {
  id: string;
  type: string;
  untold: number | null;
}

const eventsOf = async (accountId: string): Promise<EventRow[]> => {
  const query = "SELECT id, type, untold FROM events WHERE account_id = ? ORDER BY seq";
  return (await env.DB.prepare(query).bind(accountId).all<EventRow>()).results;
};

describe("events", () => {
  it("all have a name of their own for webhooks", () => {
    expect(Object.keys(webhookTypeOf).toSorted()).toEqual([...eventTypes, "account_deleted"].toSorted());
    expect(new Set(webhookTypes).size).toBe(webhookTypes.length);
    for (const type of webhookTypes) expect(type).toMatch(/^[a-z_]+\.[a-z_]+$/);
  });

  it("are told where nobody listens by no statement and no round trip", async () => {
    const trips = new RoundTrips();
    const person = await Person.signUp(unhurried({ DB: trips.database }));
    const before = { count: trips.count, statements: trips.statements };
    await person.startSignIn();
    const alone = { count: trips.count - before.count, statements: trips.statements - before.statements };
    expect((await eventsOf(person.accountId)).map(({ type, untold }) => [type, untold])).toEqual([
      ["account_created", null],
      ["sign_in", null],
    ]);

    const endpoint = await Endpoint.make(person.service, ["session.started"]);
    const then = { count: trips.count, statements: trips.statements };
    await person.startSignIn();
    // What is told is told after the answer, in one batch of three.
    expect(trips.count - then.count).toBe(alone.count + 1);
    expect(trips.statements - then.statements).toBe(alone.statements + 3);
    expect((await endpoint.deliveries()).map(({ type }) => type)).toEqual(["session.started"]);
  });

  it("are told to those who listen to them, once each, however many requests tell at once", async () => {
    const service = unhurried();
    const [all, some, other] = [
      await Endpoint.make(service),
      await Endpoint.make(service, ["session.started", "password.changed"]),
      await Endpoint.make(service, ["device.remembered"]),
    ];
    const person = await Person.signUp(service);
    await Promise.all(Array.from({ length: 4 }, () => person.startSignIn()));
    await Promise.all([service.runSchedule(), service.runSchedule()]);
    expect((await all.receivedTypes()).toSorted()).toEqual(["account.created", ...Array(4).fill("session.started")]);
    expect(await some.receivedTypes()).toEqual(Array(4).fill("session.started"));
    expect(await other.received()).toEqual([]);
    const ids = (await all.received()).map(({ headers }) => headers["webhook-id"]);
    expect(new Set(ids).size).toBe(5);
    // One event has one name everywhere, and a delivery of its own for each endpoint.
    const eventIds = async ({ received }: Endpoint, from: Endpoint) =>
      (await received.call(from)).map(({ body }) => JSON.parse(body).data.event.id);
    expect(await eventIds(all, all)).toEqual(expect.arrayContaining(await eventIds(some, some)));
    expect(ids).not.toEqual(
      expect.arrayContaining((await some.received()).map(({ headers }) => headers["webhook-id"])),
    );
  });

  it("of an endpoint that another isolate made are told by the cron trigger", async () => {
    const service = unhurried();
    const person = await Person.signUp(service);
    const elsewhere = unhurried();
    elsewhere.now = service.now;
    const endpoint = await Endpoint.make(elsewhere);
    await person.startSignIn();
    expect(await endpoint.deliveries()).toEqual([]);
    await service.runSchedule();
    expect(await endpoint.receivedTypes()).toEqual(["session.started"]);
  });
});

describe("with the database failing at each round trip in turn", () => {
  it.each(["change the password", "delete the account"])(
    "to %s tells of what was done and of nothing else, once",
    async (name) => {
      const logged = vi.spyOn(console, "error").mockImplementation(() => {});
      const { given, ready, status } = flows[name] as Flow;
      const attempt = async (trip: number, fault: Fault) => {
        const faulty = new FaultyDatabase();
        const person = await Person.signUp(unhurried({ DB: faulty.database }));
        await given?.(person);
        const endpoint = await Endpoint.make(person.service);
        const request = await ready(person);
        const before = (await eventsOf(person.accountId)).length;
        const toldBefore = (await endpoint.deliveries()).length;
        faulty.failOn(trip, fault);
        const answer = await request();
        const { trips } = faulty;
        faulty.mend();
        const where = `${name}, ${fault} on trip ${trip}, answered ${answer.status}`;
        const events = await eventsOf(person.accountId);
        person.service.pass(60);
        await person.service.runSchedule();
        const received = await endpoint.received();
        const told = received.map((each) => verify(endpoint.secret, each));
        if (events.length === 0) {
          expect(
            told.map(({ type, data }) => [type, data.account.id]),
            where,
          ).toEqual([["account.deleted", person.accountId]]);
        } else {
          const happened = events.slice(before - toldBefore).map(({ id }) => id);
          expect(told.map(({ data }) => data.event.id).toSorted(), where).toEqual(happened.toSorted());
        }
        if (answer.status === status) expect(received.length, where).toBeGreaterThan(toldBefore);
        expect(new Set(received.map(({ headers }) => headers["webhook-id"])).size, where).toBe(received.length);
        await endpoint.call("DELETE", "/");
        return trips;
      };
      const trips = await attempt(Number.POSITIVE_INFINITY, "refused");
      for (const fault of ["refused", "lost"] as const) {
        for (let trip = 1; trip <= trips; trip++) await attempt(trip, fault);
      }
      logged.mockRestore();
    },
    60_000,
  );
});
