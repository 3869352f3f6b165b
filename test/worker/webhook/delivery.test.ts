import { afterEach, describe, expect, it, vi } from "vitest";
import { Person } from "../../support/person.ts";
import { Service } from "../../support/service.ts";
import { Endpoint, forgetEndpoints } from "../../support/webhook.ts";

afterEach(forgetEndpoints);

/** An endpoint with one delivery that waits, a test; the cron trigger sends it. */
async function withTest(): Promise<{ endpoint: Endpoint }> {
  const endpoint = await Endpoint.make(new Service({}, { WEBHOOKS: undefined }), ["account.created"]);
  await endpoint.call("POST", "/test");
  return { endpoint };
}

describe("an endpoint", () => {
  it("that answers 410 is disabled at once, and what waits for it fails unsent", async () => {
    const logged = vi.spyOn(console, "error").mockImplementation(() => {});
    const { endpoint } = await withTest();
    const { service } = endpoint;
    await endpoint.answers({ status: 500 });
    await service.runSchedule();
    await endpoint.call("POST", "/test");
    await endpoint.answers({ status: 410 });
    await service.runSchedule();
    expect(logged.mock.calls.flat()).toEqual([`webhook ${endpoint.id} was disabled: gone`]);
    logged.mockRestore();
    expect(await endpoint.read()).toMatchObject({ enabled: false, disabled: { reason: "gone" } });
    service.pass(60);
    await service.runSchedule();
    const deliveries = await endpoint.deliveries();
    expect(deliveries.map(({ status }) => status)).toEqual(["failed", "failed"]);
    expect(deliveries.map(({ lastProblem }) => lastProblem).toSorted()).toEqual(["disabled", null]);
    expect(await endpoint.received()).toHaveLength(2);
    const before = deliveries.length;
    await Person.signUp(service);
    await service.runSchedule();
    expect(await endpoint.deliveries()).toHaveLength(before);
  });

  it("that fails for five days is disabled, and one success before starts the days anew", async () => {
    const logged = vi.spyOn(console, "error").mockImplementation(() => {});
    const { endpoint } = await withTest();
    const { service } = endpoint;
    const day = 24 * 3600;
    const tryOn = async (status: number) => {
      await endpoint.answers(...Array.from({ length: 9 }, () => ({ status })));
      await endpoint.call("POST", "/test");
      await service.runSchedule();
      return endpoint.read();
    };
    await endpoint.answers({ status: 204 });
    await service.runSchedule();
    expect((await tryOn(500)).failingSince).not.toBeNull();
    service.pass(4 * day);
    await endpoint.answers();
    await service.runSchedule();
    expect((await endpoint.read()).failingSince).toBeNull();
    expect((await tryOn(500)).enabled).toBe(true);
    service.pass(4.9 * day);
    expect((await tryOn(500)).enabled).toBe(true);
    service.pass(0.2 * day);
    expect(await tryOn(500)).toMatchObject({ enabled: false, disabled: { reason: "failing" } });
    expect(logged).toHaveBeenCalledTimes(1);
    logged.mockRestore();

    const enabled = await endpoint.call("PATCH", "/", { enabled: true });
    expect(enabled.body).toMatchObject({ enabled: true, failingSince: null });
    expect((await tryOn(500)).enabled).toBe(true);
  });

  it("whose secret does not open gets nothing, and the log names the key and no secret", async () => {
    const { endpoint } = await withTest();
    const { service } = endpoint;
    const logged = vi.spyOn(console, "error").mockImplementation(() => {});
    const otherKey = `other:${btoa("x".repeat(32))}`;
    const later = new Service({ SEAL_KEYS: otherKey }, { WEBHOOKS: undefined });
    later.now = service.now;
    await later.runSchedule();
    expect(logged.mock.calls.flat()).toEqual([
      `the secret of webhook ${endpoint.id} does not open: its key local is not in SEAL_KEYS`,
    ]);
    logged.mockRestore();
    expect(await endpoint.received()).toHaveLength(0);
    service.now = later.now + 60_000;
    await service.runSchedule();
    expect(await endpoint.received()).toHaveLength(1);
  });
});
