import { env } from "cloudflare:test";
import { afterEach, describe, expect, it, vi } from "vitest";
import * as limits from "../../shared/contract/limits.ts";
import { operations } from "../support/described.ts";
import { Person } from "../support/person.ts";
import { Service, type TestAnswer } from "../support/service.ts";
import { Endpoint } from "../support/webhook.ts";

const password = "a quiet harbour at dawn";
let addresses = 0;

/** A request right at a limit and one beyond it, with what each is answered: its status, and the code of a problem. */
interface Edge {
  send: (value: number) => Promise<TestAnswer>;
  at: [number, string?];
  beyond: [number, string?];
  /** How far it is to the first value beyond: less than nothing where the limit is the least. */
  step?: number;
}

const signUp = (wish: object) => new Service().post("/v1/accounts", { email: newAddress(), password, ...wish });
const newAddress = () => `edge-${++addresses}-${crypto.randomUUID().slice(0, 8)}@example.com`;

/** An address of so many octets, each of its parts as long as one may be. */
function addressOf(octets: number): string {
  const name = `${++addresses}`.padStart(64, "a");
  const domain = `${"b".repeat(61)}.${"c".repeat(61)}.${"d".repeat(octets - 64 - 1 - 124 - 3)}.io`;
  return `${name}@${domain}`;
}

/** So many code points of which no two that stand beside each other are alike, half of them beyond the first plane. */
function passwordOf(points: number): string {
  const letters = [..."kQ7v#2🦊Zx9!🦉mB4$🐙tY8?🦋"];
  const turn = crypto.getRandomValues(new Uint8Array(points));
  return Array.from(turn, (byte) => letters[byte % letters.length]).join("");
}

/** A sign-in whose body arrives `milliseconds` after its head. */
async function slowSignIn(milliseconds: number): Promise<TestAnswer> {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const begun = Promise.withResolvers<ReadableStreamDefaultController<Uint8Array>>();
  const body = new ReadableStream<Uint8Array>({ start: (controller) => begun.resolve(controller) });
  const answer = new Service().post("/v1/sign-in", body);
  const controller = await begun.promise;
  await vi.advanceTimersByTimeAsync(milliseconds);
  vi.useRealTimers();
  try {
    controller.enqueue(new TextEncoder().encode(JSON.stringify({ email: newAddress(), password })));
    controller.close();
  } catch {
    // It was given up by then.
  }
  return answer;
}

async function resend(seconds: number): Promise<TestAnswer> {
  const service = new Service();
  const { id } = (await service.post("/v1/accounts", { email: newAddress(), password })).body.verification;
  service.now += seconds * 1000 - 1;
  return service.post("/v1/accounts/verification", { id });
}

async function verifyAfter(seconds: number): Promise<TestAnswer> {
  const service = new Service();
  const email = newAddress();
  const { id } = (await service.post("/v1/accounts", { email, password })).body.verification;
  const code = await service.newestCode(email);
  service.pass(seconds);
  return service.post("/v1/accounts/verify", { id, code });
}

async function makeWebhook(wish: object): Promise<TestAnswer> {
  await env.DB.prepare("DELETE FROM webhook_endpoints").run();
  const service = new Service();
  const token = await Endpoint.key(service);
  const body = { url: "https://shop.example.com/", types: ["account.deleted"], ...wish };
  return service.post("/v1/admin/webhooks", body, { token });
}

/** Every limit of the contract: one that is missing here is no limit that anybody has tried. */
const edges: Record<keyof typeof limits, Edge> = {
  emailLimit: { send: (octets) => signUp({ email: addressOf(octets) }), at: [202], beyond: [400, "invalid_request"] },
  typedEmailLimit: {
    // Soft hyphens of a domain are typed and not kept.
    send: (length) => {
      const email = newAddress();
      return signUp({ email: email.replace("example", `example${"\u00AD".repeat(length - email.length)}`) });
    },
    at: [202],
    beyond: [400, "invalid_request"],
  },
  bodyLimitBytes: {
    send: (bytes) => new Service().post("/v1/sign-in", JSON.stringify({ email: newAddress(), password }).padEnd(bytes)),
    at: [401, "wrong_credentials"],
    beyond: [413, "body_too_large"],
  },
  bodyLimitSeconds: {
    send: (seconds) => slowSignIn(seconds * 1000 - 1),
    at: [401, "wrong_credentials"],
    beyond: [408, "request_timeout"],
  },
  methodNameLimit: {
    send: async (length) => {
      const person = await Person.signUp(new Service());
      return person.service.post("/v1/account/two-factor/app", { name: "n".repeat(length) }, person);
    },
    at: [201],
    beyond: [400, "invalid_request"],
  },
  displayNameLimit: {
    send: async (length) => {
      const person = await Person.signUp(new Service());
      return person.service.patch("/v1/account", { displayName: "n".repeat(length) }, person);
    },
    at: [200],
    beyond: [400, "invalid_request"],
  },
  resendAfterSeconds: { send: resend, at: [202], beyond: [429, "too_many_attempts"], step: -0.001 },
  // Two seconds off, for the time that the requests themselves need.
  emailCodeSeconds: { send: (seconds) => verifyAfter(seconds - 2), at: [201], beyond: [401, "code_expired"], step: 3 },
  passwordMinimumDefault: {
    send: (points) => signUp({ password: passwordOf(points) }),
    at: [202],
    beyond: [422, "password_rejected"],
    step: -1,
  },
  passwordMaximum: {
    send: (points) => signUp({ password: passwordOf(points) }),
    at: [202],
    beyond: [422, "password_rejected"],
  },
  webhookUrlLimit: {
    send: (length) => makeWebhook({ url: "https://shop.example.com/".padEnd(length, "p") }),
    at: [201],
    beyond: [400, "invalid_request"],
  },
  webhookDescriptionLimit: {
    send: (length) => makeWebhook({ description: "d".repeat(length) }),
    at: [201],
    beyond: [400, "invalid_request"],
  },
};

afterEach(() => void vi.useRealTimers());

describe("M2 every limit of the contract, at its edge", () => {
  it("M2 is in the table", () => {
    expect(Object.keys(edges).sort()).toEqual(Object.keys(limits).sort());
  });

  it.each(Object.entries(edges))("M2 %s: as much is taken, and more refused in words", async (name, edge) => {
    const limit = Number(new Map(Object.entries(limits)).get(name));
    const saysOf = ({ status, body }: TestAnswer) => [status, body.code];
    const at = await edge.send(limit);
    expect(saysOf(at), JSON.stringify(at.body)).toEqual([edge.at[0], edge.at[1]]);
    const beyond = await edge.send(limit + (edge.step ?? 1));
    expect(saysOf(beyond), JSON.stringify(beyond.body)).toEqual([edge.beyond[0], edge.beyond[1]]);
  });
});

describe("M2 a body as deep as 16 KiB can be", () => {
  const depth = (limits.bodyLimitBytes - 1024) / 2;
  const nested = {
    list: "[".repeat(depth) + "]".repeat(depth),
    object: `${'{"a":'.repeat(depth / 3)}1${"}".repeat(depth / 3)}`,
  };
  const withBody = operations.filter(({ body, method }) => body?.type === "application/json" && method !== "get");

  it.each(Object.entries(nested))(
    "M2 of each %s is a problem in words for every operation, never a fault",
    async (_, deep) => {
      const service = new Service();
      const person = await Person.signUp(service);
      await person.stepUpByPassword();
      const logged = vi.spyOn(console, "error").mockImplementation(() => {});
      for (const { id, method, path, body } of withBody) {
        const fields = Object.keys((body?.schema as { entries?: object } | undefined)?.entries ?? {});
        const bodies = [deep, `{"unknown":${deep}}`, ...fields.map((field) => `{"${field}":${deep}}`)];
        for (const text of bodies) {
          const { token } = person;
          const headers = { "Content-Type": "application/json" };
          const { status } = await service.send(method.toUpperCase(), path.replaceAll(/\{\w+\}/g, "x"), {
            body: text,
            token,
            headers,
          });
          expect(status, `${id} ${text.slice(0, 30)}`).toBeLessThan(500);
        }
      }
      expect(logged).not.toHaveBeenCalled();
      logged.mockRestore();
    },
  );
});

describe("M2 what KV keeps", () => {
  it("M2 lives as long as the platform lets it at least: it refuses less than a minute", async () => {
    await expect(env.CACHE.put("edge", "", { expirationTtl: 59 })).rejects.toThrow(/expiration/i);
    await env.CACHE.put("edge", "", { expirationTtl: 60 });
    const lives: unknown[] = [];
    const noting = (namespace: typeof env.CACHE) =>
      new Proxy(namespace, {
        get(target, name) {
          const member = Reflect.get(target, name) as (...words: unknown[]) => unknown;
          return (...words: unknown[]) => {
            if (name === "put") lives.push((words[2] as { expirationTtl?: number } | undefined)?.expirationTtl);
            return Reflect.apply(member, target, words);
          };
        },
      });
    await Person.signUp(new Service({}, { MAILBOX: noting(env.MAILBOX), CACHE: noting(env.CACHE) }));
    expect(lives.length).toBeGreaterThan(0);
    for (const seconds of lives) expect(seconds).toBeGreaterThanOrEqual(60);
  });
});
