import { env } from "cloudflare:test";
import * as v from "valibot";
import { afterEach, describe, expect, it } from "vitest";
import * as contract from "../../../shared/contract/webhook.ts";
import { Service } from "../../support/service.ts";
import { Endpoint, forgetEndpoints, verify } from "../../support/webhook.ts";

afterEach(forgetEndpoints);

const unhurried = (settings = {}) => new Service(settings, { WEBHOOKS: undefined });

describe("a secret that is replaced", () => {
  it("signs along for a day, and deliveries verify by either", async () => {
    const endpoint = await Endpoint.make(unhurried());
    const { service, secret: old } = endpoint;
    const { status, body } = await endpoint.call("POST", "/secret");
    expect(status).toBe(200);
    expect(v.parse(contract.newWebhookSecret, body)).toEqual(body);
    expect(Math.abs(Date.parse(body.oldSecretUntil) - service.now - 24 * 3600_000)).toBeLessThan(1000);
    await endpoint.call("POST", "/test");
    await service.runSchedule();
    const [delivery] = await endpoint.received();
    if (!delivery) throw new Error("nothing came");
    expect(delivery.headers["webhook-signature"]).toMatch(/^v1,\S{44} v1,\S{44}$/);
    for (const secret of [old, body.secret]) expect(verify(secret, delivery)).toMatchObject({ type: "webhook.test" });

    service.pass(24 * 3600);
    await endpoint.call("POST", "/test");
    await service.runSchedule();
    const [, later] = await endpoint.received();
    expect(later?.headers["webhook-signature"]).toMatch(/^v1,\S{44}$/);
    await service.runSchedule();
    expect(await env.DB.prepare("SELECT count(*) AS n FROM webhook_secrets").first("n")).toBe(1);
  });

  it("still signs after many more, of which so many do", async () => {
    const endpoint = await Endpoint.make(unhurried());
    await Promise.all(Array.from({ length: 6 }, () => endpoint.call("POST", "/secret")));
    const { secret } = (await endpoint.call("POST", "/secret")).body;
    await endpoint.call("POST", "/test");
    await endpoint.service.runSchedule();
    const [delivery] = await endpoint.received();
    expect(delivery?.headers["webhook-signature"]?.split(" ")).toHaveLength(4);
    expect(delivery && verify(secret, delivery)).toMatchObject({ type: "webhook.test" });
  });
});

it("is sealed anew by a newer key when it signs, and goes on to verify", async () => {
  const endpoint = await Endpoint.make(unhurried());
  await endpoint.call("POST", "/test");
  const keys = `new:${btoa("n".repeat(32))} ${env.SEAL_KEYS}`;
  const later = unhurried({ SEAL_KEYS: keys });
  later.now = endpoint.service.now;
  await later.runSchedule();
  expect(await env.DB.prepare("SELECT sealed_by FROM webhook_secrets").first("sealed_by")).toBe("new");
  const newOnly = unhurried({ SEAL_KEYS: keys.split(" ")[0] });
  newOnly.now = later.now;
  await endpoint.call("POST", "/test");
  await newOnly.runSchedule();
  const received = await endpoint.received();
  expect(received.map((each) => verify(endpoint.secret, each).type)).toEqual(["webhook.test", "webhook.test"]);
});
