import { describe, expect, it } from "vitest";
import { createClient } from "../../../shared/contract/client.ts";

const service = "https://security.example.com";

function answering(response: () => Response | Promise<Response>) {
  const sent: { url: string; init: RequestInit }[] = [];
  const client = createClient({
    service,
    locale: "es",
    fetch: async (input, init = {}) => {
      sent.push({ url: String(input), init });
      return response();
    },
  });
  return { client, sent };
}

describe("the client", () => {
  it("sends JSON to the route, in its language", async () => {
    const { client, sent } = answering(() => Response.json({ recoveryCodes: [] }));
    await client.twoFactor.confirmApp("a/b", "123456");
    expect(sent[0]?.url).toBe(`${service}/v1/account/two-factor/app/a%2Fb/confirm`);
    expect(sent[0]?.init.method).toBe("POST");
    expect(sent[0]?.init.body).toBe('{"code":"123456"}');
    expect(sent[0]?.init.headers).toEqual({
      "Accept-Language": "es",
      "Content-Type": "application/json",
      "Idempotency-Key": expect.stringMatching(/^[!-~]{16,64}$/),
    });
  });

  it("asks with a query where there is one, and without a body", async () => {
    const { client, sent } = answering(() => Response.json({ events: [] }));
    await client.activity.list({ cursor: "a b&c" });
    await client.activity.list();
    expect(sent.map(({ url }) => url)).toEqual([
      `${service}/v1/account/activity?cursor=a+b%26c`,
      `${service}/v1/account/activity`,
    ]);
    expect(sent[0]?.init.body).toBeUndefined();
  });

  it("answers the value, nothing for 204, and a problem by its code with all that it says", async () => {
    expect(await answering(() => Response.json({ id: "x" })).client.account.get()).toEqual({
      ok: true,
      value: { id: "x" },
    });
    const nothing = await answering(() => new Response(null, { status: 204 })).client.session.end();
    expect(nothing).toEqual({ ok: true, value: undefined });
    const problem = { code: "too_many_attempts", retryAfter: 30, detail: "Espera.", requestId: "r1" };
    const refused = await answering(() => Response.json(problem, { status: 429 })).client.session.get();
    expect(refused).toEqual({ ok: false, code: "too_many_attempts", details: problem });
  });

  it("says internal for a problem it does not know, and offline where no answer came or none that can be read", async () => {
    const codeOf = async (response: () => Response | Promise<Response>) => {
      const answer = await answering(response).client.session.get();
      return answer.ok || answer.code;
    };
    expect(await codeOf(() => Response.json({ code: "invented" }, { status: 400 }))).toBe("internal");
    expect(await codeOf(() => Promise.reject(new TypeError("failed")))).toBe("offline");
    expect(await codeOf(() => new Response("<html>", { status: 502 }))).toBe("offline");
  });

  it("takes a signal on every call, and rejects with its reason", async () => {
    const reason = new Error("left the page");
    const { client, sent } = answering(() => new Promise<Response>(() => {}));
    const methods = Object.values(client).flatMap((group) => Object.values(group));
    for (const method of methods as ((...words: unknown[]) => Promise<unknown>)[]) {
      // The source, not `length`: what has a default is not counted there.
      const takes = String(method).split("=>")[0]?.split(",").length ?? 0;
      const words = Array.from({ length: takes - 1 }, () => "x");
      const leaving = new AbortController();
      const call = method(...words, { signal: leaving.signal });
      leaving.abort(reason);
      await expect(call).rejects.toBe(reason);
    }
    expect(sent.every(({ init }) => init.signal?.reason === reason)).toBe(true);
    expect(sent).toHaveLength(methods.length);
  });
});
