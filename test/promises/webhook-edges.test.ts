import { env } from "cloudflare:test";
import { afterEach, describe, expect, it } from "vitest";
import { eventTypes } from "../../shared/contract/event-types.ts";
import { methodNameLimit } from "../../shared/contract/limits.ts";
import { webhookTypeOf, webhookTypes } from "../../shared/contract/webhook.ts";
import { payloadText } from "../../worker/webhook/delivery/payload.ts";
import { dueInARun, eventsAtOnce, messagesAtOnce } from "../../worker/webhook/delivery/rules.ts";
import { endpointLimit } from "../../worker/webhook/rules.ts";
import { Person } from "../support/person.ts";
import { Service } from "../support/service.ts";
import { Endpoint, forgetEndpoints, verify } from "../support/webhook.ts";

afterEach(forgetEndpoints);

/** What Cloudflare's Queues take: bytes of one message, and of one batch. */
const [messageBytes, batchBytes] = [128_000, 256_000];
const bytesOf = (value: unknown) => new TextEncoder().encode(JSON.stringify(value)).length;

/** A Queue that keeps what it is given, by the batches in which it came. */
function keepingQueue(): { batches: { body: { delivery: string } }[][]; queue: typeof env.WEBHOOKS } {
  const batches: { body: { delivery: string } }[][] = [];
  const sendBatch = async (batch: Iterable<{ body: { delivery: string } }>) => void batches.push([...batch]);
  return { batches, queue: { ...env.WEBHOOKS, sendBatch } as unknown as typeof env.WEBHOOKS };
}

/** Writes so many events of an account that nobody was told of yet, as requests do that were cut short. */
async function insertUntold(accountId: string, count: number, now: number): Promise<void> {
  await env.DB.prepare(
    `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?3)
     INSERT INTO events (id, account_id, type, at, ip, user_agent, detail, browser, network, untold)
     SELECT printf('untold-%015d', i), ?1, 'sign_in', ?2, '', '', '{}', '', '', 1 FROM n`,
  )
    .bind(accountId, now, count)
    .run();
}

describe("M2 the body of a delivery", () => {
  it("M2 is as long as its longest words, whatever people typed, and is taken as it is", async () => {
    const service = new Service({}, { WEBHOOKS: undefined });
    const endpoint = await Endpoint.make(service);
    const person = await Person.signUp(service);
    const headers = { "User-Agent": "Mozilla/5.0 ".padEnd(8000, "x") };
    const name = "🦊".repeat(methodNameLimit / 2);
    const { id, uri } = (await service.post("/v1/account/two-factor/app", { name }, { token: person.token, headers }))
      .body;
    person.uri = uri;
    const confirm = `/v1/account/two-factor/app/${id}/confirm`;
    const confirmed = await service.post(confirm, { code: person.appCode() }, { token: person.token, headers });
    expect(confirmed.status).toBe(200);
    await service.runSchedule();
    const received = await endpoint.received();
    expect(received.map((each) => verify(endpoint.secret, each).type).toSorted()).toEqual([
      "account.created",
      "two_factor.method_added",
    ]);
    for (const { body } of received) expect(bytesOf(body)).toBeLessThan(400);
  });

  it("M2 of every event has the same bounds, and leaves out what it does not know", () => {
    const ids = { event_id: "e".repeat(22), account_id: "a".repeat(22), data: null };
    const detail = JSON.stringify({
      method: "recovery_codes",
      amr: "recovery",
      left: 10,
      stepUp: true,
      name: "n".repeat(9000),
    });
    for (const type of eventTypes) {
      const text = payloadText({ ...ids, type, at: 8.64e15, detail });
      expect(JSON.parse(text).type).toBe(webhookTypeOf[type]);
      expect(text).not.toContain("nnn");
      expect(bytesOf(text)).toBeLessThan(400);
    }
  });
});

describe("M2 as many events, endpoints and messages as there may be at once", () => {
  it("M2 go to the Queue in batches that it takes, each delivery in one, and none is left out", async () => {
    const { batches, queue } = keepingQueue();
    const service = new Service({}, { WEBHOOKS: queue });
    const endpoint = await Endpoint.make(service);
    for (let made = 1; made < endpointLimit; made++) {
      const url = `${endpoint.url}-${made}`;
      expect((await endpoint.call("POST", "", { url, types: webhookTypes })).status).toBe(201);
    }
    const person = await Person.signUp(service);
    batches.length = 0;
    // One beyond what is made in one transaction.
    await insertUntold(person.accountId, eventsAtOnce + 1, service.now);
    await service.runSchedule();
    const told = batches.flat().map(({ body }) => body.delivery);
    const ofEvents = new Set(told.filter((id) => id.startsWith("msg_untold-")));
    expect(ofEvents.size).toBe((eventsAtOnce + 1) * endpointLimit);
    // What is due is handed over too, so that a message which the Queue lost comes again.
    expect(told.length).toBeLessThanOrEqual((eventsAtOnce + 1) * endpointLimit + dueInARun.toQueue);
    for (const batch of batches) {
      expect(batch.length).toBeLessThanOrEqual(messagesAtOnce);
      expect(bytesOf(batch)).toBeLessThan(batchBytes);
      for (const message of batch) expect(bytesOf(message)).toBeLessThan(messageBytes);
    }
    const left = await env.DB.prepare("SELECT count(*) AS n FROM events WHERE untold = 1").first("n");
    expect(left).toBe(0);
  }, 60_000);

  it("M2 the Queue itself takes a batch of as many, and no more", async () => {
    const batchOf = (count: number) =>
      Array.from({ length: count }, (_, at) => ({ body: { delivery: `msg_${`${at}`.padStart(45, "0")}` } }));
    await env.WEBHOOKS.sendBatch(batchOf(messagesAtOnce));
    await expect(env.WEBHOOKS.sendBatch(batchOf(messagesAtOnce + 1))).rejects.toThrow();
  });
});
