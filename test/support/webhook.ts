import { createExecutionContext, createMessageBatch, env, getQueueResult } from "cloudflare:test";
import { Webhook } from "standardwebhooks";
import { expect, inject, vi } from "vitest";
import type { OperatorScope } from "../../shared/contract/operator.ts";
import { type WebhookType, webhookTypes } from "../../shared/contract/webhook.ts";
import { systemRandom } from "../../worker/crypto/random.ts";
import { createOperatorKey } from "../../worker/operator/key.ts";
import type { NextAnswer, ReceivedDelivery } from "./receiver-server.ts";
import type { Service, TestAnswer } from "./service.ts";

const base = "/v1/admin/webhooks";

/** An operator of webhooks, and one endpoint of theirs on the local receiver. */
export class Endpoint {
  id = "";
  secret = "";
  readonly place = crypto.randomUUID();

  private constructor(
    readonly service: Service,
    readonly token: string,
  ) {}

  /** A key of an operator, with the scope `webhooks` unless others are named. */
  static async key({ now }: Service, scopes: OperatorScope[] = ["webhooks"]): Promise<string> {
    const wish = { name: "Ops", scopes, days: 400 };
    return (await createOperatorKey(env.DB.withSession(), wish, { now, random: systemRandom })).key;
  }

  /** Makes an endpoint that is told of `types`. */
  static async make(service: Service, types: readonly WebhookType[] = webhookTypes): Promise<Endpoint> {
    const endpoint = new Endpoint(service, await Endpoint.key(service));
    const { status, body } = await endpoint.call("POST", "", { url: endpoint.url, types });
    expect(status).toBe(201);
    endpoint.id = body.webhook.id;
    endpoint.secret = body.secret;
    return endpoint;
  }

  get url(): string {
    return `${inject("receiverAddress")}/${this.place}`;
  }

  /** Calls a route of the endpoint, or with `""` that of all endpoints. */
  call = (method: string, path: string, body?: unknown): Promise<TestAnswer> => {
    const address = path === "" ? base : `${base}/${this.id}${path === "/" ? "" : path}`;
    return this.service.send(method, address, { token: this.token, ...(body !== undefined && { body }) });
  };

  async read(): Promise<TestAnswer["body"]> {
    return (await this.call("GET", "/")).body;
  }

  /** The deliveries as the operator sees them, the newest first. */
  async deliveries(): Promise<TestAnswer["body"][]> {
    return (await this.call("GET", "/deliveries")).body.deliveries;
  }

  /** Says what the next deliveries get; those after them 204. */
  async answers(...script: NextAnswer[]): Promise<void> {
    await fetch(`${inject("receiverAddress")}/__next/${this.place}`, { method: "PUT", body: JSON.stringify(script) });
  }

  /** What came, the oldest first. */
  async received(): Promise<ReceivedDelivery[]> {
    return (await fetch(`${inject("receiverAddress")}/__received/${this.place}`)).json();
  }

  /** The types of what came. */
  async receivedTypes(): Promise<string[]> {
    return (await this.received()).map(({ body }) => JSON.parse(body).type);
  }
}

/** Takes all endpoints away, so that no test tells those of another. */
export async function forgetEndpoints(): Promise<void> {
  await env.DB.prepare("DELETE FROM webhook_endpoints").run();
}

/** What a receiver makes of a delivery, by the package of Standard Webhooks; throws where the signature is wrong. */
export function verify(secret: string, { headers, body }: ReceivedDelivery): TestAnswer["body"] {
  return new Webhook(secret).verify(body, headers);
}

/** What became of messages: the places of those that are done with, and after how many seconds the others come back. */
export interface Consumed {
  done: number[];
  again: (number | undefined)[];
}

/** Does what the platform does with messages of the Queue: lets the consumer see them, in one batch. */
export async function consume(service: Service, bodies: unknown[]): Promise<Consumed> {
  const messages = bodies.map((body, at) => ({ id: `${at}`, timestamp: new Date(), attempts: 1, body }));
  const batch = createMessageBatch("latchkey-webhooks", messages);
  // The plugin's result does not tell the delays.
  const retries = batch.messages.map((message) => vi.spyOn(message, "retry"));
  await service.consume(batch);
  const { explicitAcks } = await getQueueResult(batch, createExecutionContext());
  return {
    done: explicitAcks.map(Number).toSorted(),
    again: retries.flatMap(({ mock }) => mock.calls.map(([options]) => options?.delaySeconds)),
  };
}
