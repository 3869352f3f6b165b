import { env } from "cloudflare:test";
import { Webhook } from "standardwebhooks";
import * as v from "valibot";
import { afterEach, describe, expect, inject, it, vi } from "vitest";
import { webhookPayload } from "../../../../shared/contract/webhook.ts";
import { Person } from "../../../support/person.ts";
import { Service } from "../../../support/service.ts";
import { consume, Endpoint, forgetEndpoints, verify } from "../../../support/webhook.ts";

afterEach(forgetEndpoints);

/** A service whose webhooks go out only when the test says so. */
const unhurried = () => new Service({}, { WEBHOOKS: undefined });

/** The same at the same time, which soon gives up on whoever does not answer. */
function impatient({ now }: Service): Service {
  const service = new Service({ WEBHOOK_TIMEOUT_SECONDS: "0.3" }, { WEBHOOKS: undefined });
  service.now = now;
  return service;
}

/** An endpoint with one delivery that waits: a test. */
async function withTest(service = unhurried()): Promise<{ endpoint: Endpoint; id: string }> {
  const endpoint = await Endpoint.make(service, ["account.created"]);
  return { endpoint, id: (await endpoint.call("POST", "/test")).body.id };
}

describe("a delivery", () => {
  it("is signed so that the package of Standard Webhooks takes it, and says what the contract says", async () => {
    const service = unhurried();
    const endpoint = await Endpoint.make(service);
    const person = await Person.signUp(service);
    await person.turnOnApp("Ana's phone");
    await service.runSchedule();
    const received = await endpoint.received();
    const payloads = received.map((each) => verify(endpoint.secret, each));
    expect(payloads.map(({ type }) => type).toSorted()).toEqual(["account.created", "two_factor.method_added"]);
    for (const payload of payloads) expect(v.parse(webhookPayload, payload)).toEqual(payload);
    const added = payloads.find(({ type }) => type === "two_factor.method_added");
    expect(added).toEqual({
      type: "two_factor.method_added",
      timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:]+\.\d{3}Z$/),
      data: { account: { id: person.accountId }, event: { id: expect.any(String) }, method: "app" },
    });
    const { events } = (await service.get("/v1/account/activity", person)).body;
    expect(events.map(({ id }: { id: string }) => id)).toContain(added.data.event.id);
    expect(received[0]?.headers).toMatchObject({
      "content-type": "application/json",
      "webhook-id": expect.stringMatching(/^msg_[\w-]{22}_[\w-]{22}$/),
    });
    expect(JSON.stringify(received)).not.toMatch(/@example|Ana's phone|userAgent|"ip"/);
  });

  it("is refused by whoever checks it with another secret, or another body, id or time", async () => {
    const { endpoint } = await withTest();
    const { endpoint: other } = await withTest();
    await endpoint.service.runSchedule();
    const [delivery] = await endpoint.received();
    if (!delivery) throw new Error("nothing came");
    const { headers, body } = delivery;
    expect(verify(endpoint.secret, delivery)).toMatchObject({ type: "webhook.test", data: {} });
    expect(() => verify(other.secret, delivery)).toThrow("No matching signature");
    expect(() => verify(endpoint.secret, { headers, body: body.replace("test", "tests") })).toThrow();
    for (const name of ["webhook-id", "webhook-timestamp"]) {
      const changed = { ...headers, [name]: `${headers[name]?.replace(/\d$/, (digit) => `${9 - Number(digit)}`)}` };
      if (name === "webhook-id") changed[name] = "msg_other";
      expect(() => verify(endpoint.secret, { headers: changed, body })).toThrow();
    }
  });

  it.each([
    ["an error", { status: 500 }, { lastStatus: 500, lastProblem: null }],
    ["a refusal", { status: 401 }, { lastStatus: 401, lastProblem: null }],
    ["no answer in time", { hang: true }, { lastStatus: null, lastProblem: "timeout" }],
  ])("that meets %s is tried again under the same id, 5 s and 5 minutes later", async (_, answer, seen) => {
    const { endpoint, id } = await withTest();
    const { service } = endpoint;
    const run = () => ("hang" in answer ? impatient(service) : service).runSchedule();
    await endpoint.answers(answer, answer);
    await run();
    expect((await endpoint.deliveries())[0]).toMatchObject({ id, status: "waiting", attempts: 1, ...seen });
    await service.runSchedule();
    expect(await endpoint.received()).toHaveLength(1);
    service.pass(6);
    await run();
    expect(await endpoint.received()).toHaveLength(2);
    service.pass(299);
    await service.runSchedule();
    expect(await endpoint.received()).toHaveLength(2);
    service.pass(61);
    await service.runSchedule();
    const received = await endpoint.received();
    expect(received.map(({ headers }) => headers["webhook-id"])).toEqual([id, id, id]);
    expect(new Set(received.map(({ body }) => body)).size).toBe(1);
    expect((await endpoint.deliveries())[0]).toMatchObject({ status: "delivered", attempts: 3, lastStatus: 204 });
    // Each attempt is signed for its own time.
    for (const { headers, body } of received) {
      const at = new Date(Number(headers["webhook-timestamp"]) * 1000);
      expect(new Webhook(endpoint.secret).sign(id, at, body)).toBe(headers["webhook-signature"]);
    }
    expect(new Set(received.map(({ headers }) => headers["webhook-timestamp"])).size).toBe(3);
  });

  it("does not follow a redirect", async () => {
    const { endpoint } = await withTest();
    const elsewhere = crypto.randomUUID();
    await endpoint.answers({ status: 307, location: `${inject("receiverAddress")}/${elsewhere}` });
    await endpoint.service.runSchedule();
    expect((await endpoint.deliveries())[0]).toMatchObject({
      status: "waiting",
      lastStatus: 307,
      lastProblem: "redirect",
    });
    expect(await (await fetch(`${inject("receiverAddress")}/__received/${elsewhere}`)).json()).toEqual([]);
  });

  it("that nobody takes is given up after ten attempts in three days, and the endpoint stays", async () => {
    const { endpoint } = await withTest();
    const { service } = endpoint;
    await endpoint.answers(...Array.from({ length: 11 }, () => ({ status: 503 })));
    const began = service.now;
    let delivery = (await endpoint.deliveries())[0];
    while (delivery.status === "waiting") {
      service.now = Date.parse(delivery.nextAttemptAt);
      await service.runSchedule();
      [delivery] = await endpoint.deliveries();
    }
    expect(delivery).toMatchObject({ status: "failed", attempts: 10, lastStatus: 503, nextAttemptAt: null });
    expect(Date.parse(delivery.lastAttemptAt) - began).toBeGreaterThan(72 * 3600 * 1000);
    expect(await endpoint.received()).toHaveLength(10);
    expect(await endpoint.read()).toMatchObject({ enabled: true, failingSince: expect.any(String) });
  });

  it("goes out once where many would send it at the same moment", async () => {
    const { endpoint, id } = await withTest();
    const { service } = endpoint;
    await Promise.all([
      ...Array.from({ length: 6 }, () => consume(service, [{ delivery: id }, { delivery: id }])),
      ...Array.from({ length: 3 }, () => service.runSchedule()),
    ]);
    expect(await endpoint.received()).toHaveLength(1);
    expect((await endpoint.deliveries())[0]).toMatchObject({ status: "delivered", attempts: 1 });
  });

  it("whose sender died in the middle is taken up by the next when its lease is over", async () => {
    const { endpoint, id } = await withTest();
    const { service } = endpoint;
    await env.DB.prepare("UPDATE webhook_deliveries SET attempts = 1, leased_until = ? WHERE id = ?")
      .bind(service.now + 90_000, id)
      .run();
    await service.runSchedule();
    expect(await endpoint.received()).toHaveLength(0);
    service.pass(90);
    await service.runSchedule();
    expect(await endpoint.received()).toHaveLength(1);
  });

  it("is not put back by a slow sender whose place another has taken", async () => {
    const { endpoint, id } = await withTest();
    const { service } = endpoint;
    await endpoint.answers({ hang: true });
    const slow = consume(impatient(service), [{ delivery: id }]);
    await vi.waitUntil(async () => (await endpoint.received()).length === 1);
    service.pass(91);
    await consume(service, [{ delivery: id }]);
    await slow;
    expect(await endpoint.received()).toHaveLength(2);
    expect((await endpoint.deliveries())[0]).toMatchObject({ status: "delivered", attempts: 2 });
  });

  it("is sent to no address that is refused, though it was kept before settings were stricter", async () => {
    const { endpoint } = await withTest();
    await env.DB.prepare("UPDATE webhook_endpoints SET url = 'ftp://localhost/' WHERE id = ?").bind(endpoint.id).run();
    await endpoint.service.runSchedule();
    expect((await endpoint.deliveries())[0]).toMatchObject({ status: "waiting", lastProblem: "refused_address" });
  });
});
