import { createExecutionContext, env, waitOnExecutionContext } from "cloudflare:test";
import { createApp } from "../../worker/app.ts";
import { systemRandom } from "../../worker/crypto/random.ts";
import { readSettings } from "../../worker/environment.ts";
import { createSchedule } from "../../worker/scheduled.ts";

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

  /** `replaced` are settings in place of those of wrangler.toml, `bindings` some of the platform's. */
  constructor(replaced: Record<string, string> = {}, bindings: Partial<typeof env> = {}) {
    this.#bindings = { ...env, ...replaced, ...bindings };
    const settings = readSettings(this.#bindings);
    this.#app = createApp(settings, { now: () => ++this.now, random: systemRandom });
    this.#schedule = createSchedule(settings, systemRandom);
  }

  /** Sends a request as an extension does, by bearer token, unless the headers say otherwise; what follows the answer is done too. */
  async send(method: string, path: string, { body, token, headers = {} }: TestRequest = {}): Promise<TestAnswer> {
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
        body: typeof body === "string" || body === undefined ? body : JSON.stringify(body),
      },
      this.#bindings,
      context,
    );
    await waitOnExecutionContext(context);
    const text = new TextDecoder().decode(await response.arrayBuffer());
    const isJson = /[/+]json\b/.test(response.headers.get("Content-Type") ?? "");
    return {
      status: response.status,
      headers: response.headers,
      body: isJson && text !== "" ? JSON.parse(text) : text,
    };
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

  /** Every route that the worker has, each once; a parameter is `:name` in its path. */
  get routes(): { method: string; path: string }[] {
    const all = this.#app.routes.filter(({ method }) => method !== "ALL");
    return [...new Map(all.map(({ method, path }) => [`${method} ${path}`, { method, path }])).values()];
  }

  /** Moves the clock on. */
  pass(seconds: number): void {
    this.now += seconds * 1000;
  }
}

/** Throws all mails away: the mailbox shows the newest hundred, of whatever test they are. */
export async function emptyMailbox(): Promise<void> {
  const { keys } = await env.MAILBOX.list();
  await Promise.all(keys.map(({ name }: { name: string }) => env.MAILBOX.delete(name)));
}
