import { env } from "cloudflare:test";
import { afterEach, describe, expect, it, vi } from "vitest";
import { FaultyDatabase } from "../../../support/faulty-database.ts";
import { Person } from "../../../support/person.ts";
import { Service } from "../../../support/service.ts";
import { consume, Endpoint, forgetEndpoints, verify } from "../../../support/webhook.ts";

afterEach(forgetEndpoints);

/** An endpoint with one delivery that waits, on a service whose Queue the test plays. */
async function withTest(): Promise<{ endpoint: Endpoint; service: Service; message: { delivery: string } }> {
  const service = new Service({}, { WEBHOOKS: undefined });
  const endpoint = await Endpoint.make(service, ["account.created"]);
  return { endpoint, service, message: { delivery: (await endpoint.call("POST", "/test")).body.id } };
}

describe("the Queue's consumer", () => {
  it("has done with a message whose delivery arrived, is unknown, or is none", async () => {
    const { endpoint, service, message } = await withTest();
    const result = await consume(service, [message, { delivery: "msg_unknown" }, { other: 1 }, null]);
    expect(result).toEqual({ done: [0, 1, 2, 3], again: [] });
    expect(await endpoint.received()).toHaveLength(1);
    expect((await consume(service, [message])).done).toEqual([0]);
    expect(await endpoint.received()).toHaveLength(1);
  });

  it("has a failed delivery come back after 5 s and 5 minutes, and leaves longer waits to the cron trigger", async () => {
    const { endpoint, service, message } = await withTest();
    await endpoint.answers({ status: 500 }, { status: 500 }, { status: 500 });
    const [first] = (await consume(service, [message])).again;
    expect(first).toBeGreaterThanOrEqual(5);
    expect(first).toBeLessThanOrEqual(6);
    service.pass(6);
    const [second] = (await consume(service, [message])).again;
    expect(second).toBeGreaterThanOrEqual(300);
    expect(second).toBeLessThanOrEqual(360);
    service.pass(360);
    expect(await consume(service, [message])).toEqual({ done: [0], again: [] });
    service.pass(36 * 60);
    await service.runSchedule();
    expect((await endpoint.deliveries())[0]).toMatchObject({ status: "delivered", attempts: 4 });
  });

  it("has a message that comes too early come back when it is due", async () => {
    const { endpoint, service, message } = await withTest();
    await endpoint.answers({ status: 500 });
    await consume(service, [message]);
    service.pass(2);
    const [early] = (await consume(service, [message])).again;
    expect(early).toBeGreaterThanOrEqual(3);
    expect(early).toBeLessThanOrEqual(4);
    expect(await endpoint.received()).toHaveLength(1);
  });

  it("has a message come back where D1 fails, and one bad delivery keeps no other from its turn", async () => {
    const { endpoint, service, message } = await withTest();
    const faulty = new FaultyDatabase();
    const failing = new Service({}, { WEBHOOKS: undefined, DB: faulty.database });
    failing.now = service.now;
    const logged = vi.spyOn(console, "error").mockImplementation(() => {});
    faulty.failOn(1, "refused");
    const result = await consume(failing, [{ delivery: "msg_unknown" }, message]);
    expect(logged).toHaveBeenCalledTimes(1);
    logged.mockRestore();
    expect(result.again).toEqual([undefined]);
    expect(result.done).toHaveLength(1);
    service.now = failing.now;
    await consume(service, [message]);
    expect(await endpoint.received()).toHaveLength(1);
  });

  it("is fed by the Queue itself, from the request to the receiver", async () => {
    // The worker of wrangler.toml takes what the Queue brings, by the clock of this machine.
    const service = new Service();
    const endpoint = await Endpoint.make(service);
    const person = await Person.signUp(service);
    await vi.waitUntil(async () => (await endpoint.received()).length > 0, { timeout: 20_000, interval: 50 });
    const [delivery] = await endpoint.received();
    expect(delivery && verify(endpoint.secret, delivery)).toMatchObject({
      type: "account.created",
      data: { account: { id: person.accountId } },
    });
    await vi.waitUntil(async () => (await endpoint.deliveries())[0].status === "delivered", { timeout: 20_000 });
  });
});

it("without a Queue the cron trigger alone delivers, and with one it hands over what nobody did", async () => {
  const service = new Service({}, { WEBHOOKS: undefined });
  const endpoint = await Endpoint.make(service);
  await Person.signUp(service);
  expect(await endpoint.received()).toHaveLength(0);
  const sent: unknown[] = [];
  const queue = { ...env.WEBHOOKS, sendBatch: async (batch: Iterable<{ body: unknown }>) => void sent.push(...batch) };
  const queued = new Service({}, { WEBHOOKS: queue as unknown as typeof env.WEBHOOKS });
  queued.now = service.now;
  await queued.runSchedule();
  const [{ id }] = await endpoint.deliveries();
  expect(sent).toEqual([{ body: { delivery: id } }]);
  expect(await endpoint.received()).toHaveLength(0);
  service.now = queued.now;
  await service.runSchedule();
  expect(await endpoint.received()).toHaveLength(1);
});
