import { env } from "cloudflare:test";
import * as v from "valibot";
import { afterEach, describe, expect, it } from "vitest";
import * as contract from "../../../shared/contract/webhook.ts";
import { Person } from "../../support/person.ts";
import { Service } from "../../support/service.ts";
import { Endpoint, forgetEndpoints, verify } from "../../support/webhook.ts";

afterEach(forgetEndpoints);

const unhurried = () => new Service({ DELETION_DAYS: "0" }, { WEBHOOKS: undefined });

describe("the log of deliveries", () => {
  it("has pages, newest first, and refuses a cursor that is none of ours", async () => {
    const endpoint = await Endpoint.make(unhurried());
    for (let sent = 0; sent < 52; sent++) await endpoint.call("POST", "/test");
    const first = (await endpoint.call("GET", "/deliveries")).body;
    expect(v.parse(contract.deliveryPage, first)).toEqual(first);
    const second = (await endpoint.call("GET", `/deliveries?cursor=${first.next}`)).body;
    expect([first.deliveries.length, second.deliveries.length, second.next]).toEqual([50, 2, undefined]);
    const times = [...first.deliveries, ...second.deliveries].map(({ createdAt }) => createdAt);
    expect(times).toEqual(times.toSorted().reverse());
    expect(new Set(times).size).toBe(52);
    expect((await endpoint.call("GET", "/deliveries?cursor=none")).body.code).toBe("invalid_request");
  });

  it("is kept for 30 days", async () => {
    const endpoint = await Endpoint.make(unhurried());
    const { service } = endpoint;
    await endpoint.call("POST", "/test");
    service.pass(29.9 * 24 * 3600);
    await service.runSchedule();
    expect(await endpoint.deliveries()).toHaveLength(1);
    service.pass(0.2 * 24 * 3600);
    await service.runSchedule();
    expect(await endpoint.deliveries()).toHaveLength(0);
  });

  it("sends an event again under its id, delivered or failed, and says where nothing is left or nothing is sent", async () => {
    const endpoint = await Endpoint.make(unhurried());
    const { service } = endpoint;
    await Person.signUp(service);
    await service.runSchedule();
    const [{ id }] = await endpoint.deliveries();
    const again = await endpoint.call("POST", `/deliveries/${id}/send`);
    expect([again.status, again.body]).toEqual([202, expect.objectContaining({ id, status: "waiting", attempts: 0 })]);
    await service.runSchedule();
    const received = await endpoint.received();
    expect(received.map(({ headers }) => headers["webhook-id"])).toEqual([id, id]);
    expect(received[0]?.body).toBe(received[1]?.body);

    const test = (await endpoint.call("POST", "/test")).body;
    await service.runSchedule();
    expect((await endpoint.call("POST", `/deliveries/${test.id}/send`)).body.code).toBe("nothing_to_send");
    await endpoint.call("PATCH", "/", { enabled: false });
    expect((await endpoint.call("POST", `/deliveries/${id}/send`)).body.code).toBe("webhook_disabled");
    expect((await endpoint.call("POST", "/test")).body.code).toBe("webhook_disabled");
    const other = await Endpoint.make(service);
    expect((await other.call("POST", `/deliveries/${id}/send`)).body.code).toBe("not_found");
  });
});

describe("of an account that is deleted", () => {
  it("only its end is told, and no row names it once that has arrived", async () => {
    const endpoint = await Endpoint.make(unhurried());
    const { service } = endpoint;
    const person = await Person.signUp(service);
    await person.stepUpByPassword();
    await endpoint.answers({ status: 500 });
    expect((await service.delete("/v1/account", { ...person, body: {} })).status).toBe(204);
    await service.runSchedule();
    const named = () =>
      env.DB.prepare("SELECT count(*) AS n FROM webhook_deliveries WHERE data LIKE ?")
        .bind(`%${person.accountId}%`)
        .first<number>("n");
    expect(await named()).toBe(1);
    service.pass(60);
    await service.runSchedule();
    const received = await endpoint.received();
    expect(received.map((each) => verify(endpoint.secret, each))).toEqual(
      Array(2).fill({
        type: "account.deleted",
        timestamp: expect.any(String),
        data: { account: { id: person.accountId } },
      }),
    );
    expect(await named()).toBe(0);
    expect(await endpoint.deliveries()).toHaveLength(1);
  });
});
