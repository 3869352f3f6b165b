import { createExecutionContext, env, waitOnExecutionContext } from "cloudflare:test";
import type { MessageBatch } from "@cloudflare/workers-types";
import { expect } from "vitest";
import { createApp } from "../../worker/app.ts";
import { systemRandom } from "../../worker/crypto/random.ts";
import { readSettings } from "../../worker/environment.ts";
import { type Mark, markOf } from "../../worker/http/mark.ts";
import { createConsumer } from "../../worker/queued.ts";
import { createSchedule } from "../../worker/scheduled.ts";
import { isDescribed, operationAt } from "./described.ts";

/** What a test reads of an answer. */
export interface TestAnswer {
  status: number;
  headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: a test asserts the shape that it reads.
  body: any;
}

export interface TestRequest {
  body?: unknown;
  token?: string;
  headers?: Record<string, string>;
}

/** The whole worker over real D1 and KV, with a clock that the test moves. */
export class Service {
  /** Milliseconds since 1970; each request is one later than the last, and the test adds to it instead of waiting. */
  now = Date.now();
  readonly origin = "http://localhost:8787";
  readonly #bindings: typeof env;
  readonly #app: ReturnType<typeof createApp>;
  readonly #schedule: ReturnType<typeof createSchedule>;
  readonly #consumer: ReturnType<typeof createConsumer>;

  /** `replaced` are settings in place of those of wrangler.toml, `bindings` some of the platform's. */
  constructor(replaced: Record<string, string> = {}, bindings: Partial<typeof env> = {}) {
    this.#bindings = { ...env, MAILS: undefined, ...replaced, ...bindings };
    const settings = readSettings(this.#bindings);
    this.#app = createApp(settings, { now: () => this.now, random: systemRandom });
    this.#schedule = createSchedule(settings, systemRandom);
    this.#consumer = createConsumer(settings, { now: () => ++this.now, random: systemRandom });
  }

  /**
   * Sends a request as an extension does, by bearer token, unless the headers say otherwise; what follows the answer is
   * done too. Fails over an answer that the API's description has not.
   */
  async send(method: string, path: string, { body, token, headers = {} }: TestRequest = {}): Promise<TestAnswer> {
    this.now++;
    const context = createExecutionContext();
    const response = await this.#app.request(
      `${this.origin}${path}`,
      {
        method,
        headers: {
          "Latchkey-Session": "bearer",
          ...(body === undefined ? {} : { "Content-Type": "application/json" }),
          ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
          ...headers,
        },
        body: isRaw(body) ? body : JSON.stringify(body),
      },
      this.#bindings,
      context,
    );
    await waitOnExecutionContext(context);
    const text = new TextDecoder().decode(await response.arrayBuffer());
    const isJson = /[/+]json\b/.test(response.headers.get("Content-Type") ?? "");
    const answer = {
      status: response.status,
      headers: response.headers,
      body: isJson && text !== "" ? JSON.parse(text) : text,
    };
    const operation = operationAt(method, path);
    // What a body is answered with that belongs to no operation, nobody needs to read of.
    if (operation && (operation.body || body === undefined)) {
      const said = answer.status < 400 ? answer.status : answer.body.code;
      const lesson = `${operation.id} answers ${said}: say so in shared/contract/operations`;
      expect(isDescribed(operation, answer.status, answer.body.code), lesson).toBe(true);
    }
    return answer;
  }

  get = (path: string, request?: TestRequest) => this.send("GET", path, request);
  post = (path: string, body: unknown = {}, request: TestRequest = {}) => this.send("POST", path, { body, ...request });
  put = (path: string, body: unknown, request: TestRequest = {}) => this.send("PUT", path, { body, ...request });
  patch = (path: string, body: unknown, request: TestRequest = {}) => this.send("PATCH", path, { body, ...request });
  delete = (path: string, request: TestRequest = {}) => this.send("DELETE", path, request);

  /** Does what the cron trigger does, by the test's clock. */
  runSchedule(): Promise<void> {
    return this.#schedule({ scheduledTime: ++this.now }, this.#bindings);
  }

  /** Does what the Queue does with a batch. */
  consume(batch: MessageBatch): Promise<void> {
    return this.#consumer(batch, this.#bindings);
  }

  /** The mails to an address in the mailbox, the newest first. */
  async mailsTo(address: string): Promise<{ subject: string; text: string; html: string }[]> {
    const { body } = await this.get("/mailbox.json");
    return body.filter((mail: { to: string }) => mail.to === address);
  }

  /** The six digits of the newest mail to an address that has any, on a line of their own. */
  async newestCode(address: string): Promise<string> {
    const mails = await this.mailsTo(address);
    const code = mails.flatMap(({ text }) => /^\d{6}$/m.exec(text) ?? [])[0];
    if (!code) throw new Error(`no code was mailed to ${address}`);
    return code;
  }

  /** Every route that the worker has, each once, with what its middleware decides; a parameter is `:name` in its path. */
  get routes(): { method: string; path: string; mark: Mark }[] {
    const all = this.#app.routes;
    const own = all.filter(({ method }) => method !== "ALL");
    return [...new Map(own.map(({ method, path }) => [`${method} ${path}`, { method, path }])).values()].map(
      (route) => {
        const passed = all.filter(
          ({ method, path }) =>
            (method === route.method && path === route.path) ||
            (method === "ALL" && path.endsWith("*") && `${route.path}/`.startsWith(path.slice(0, -1))),
        );
        return { ...route, mark: Object.assign({}, ...passed.map(({ handler }) => markOf(handler))) };
      },
    );
  }

  /** Moves the clock on. */
  pass(seconds: number): void {
    this.now += seconds * 1000;
  }
}

function isRaw(body: unknown): body is string | Uint8Array<ArrayBuffer> | ReadableStream | undefined {
  return typeof body === "string" || body instanceof Uint8Array || body instanceof ReadableStream || body === undefined;
}

/** Throws all mails away: the mailbox shows the newest hundred, of whatever test they are. */
export async function emptyMailbox(): Promise<void> {
  const { keys } = await env.MAILBOX.list();
  await Promise.all(keys.map(({ name }: { name: string }) => env.MAILBOX.delete(name)));
}
