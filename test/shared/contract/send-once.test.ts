import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createClient } from "../../../shared/contract/client.ts";

const service = "https://security.example.com";
const account = { id: "ana", email: "ana@example.com" };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

type Reply = Response | "lost" | "never" | "midway";

/** A service that replies in this order, the last reply from then on. */
function replying(...replies: Reply[]) {
  const sent: { method: string; path: string; headers: Record<string, string> }[] = [];
  const client = createClient({
    service,
    async fetch(input, init = {}) {
      sent.push({
        method: init.method ?? "GET",
        path: new URL(String(input)).pathname,
        headers: init.headers as Record<string, string>,
      });
      const reply = replies[Math.min(sent.length, replies.length) - 1];
      if (reply === "never") return new Promise<Response>(() => {});
      if (reply === "midway")
        return new Response(new ReadableStream({ start: (it) => it.error(new TypeError("cut")) }));
      if (reply === "lost" || !reply) throw new TypeError("no network");
      return reply.clone();
    },
  });
  return { client, sent, keys: () => sent.map(({ headers }) => headers["Idempotency-Key"]) };
}

/** What a call became, however long it waits. */
async function within<Value>(milliseconds: number, call: Promise<Value>): Promise<Value | "still waiting"> {
  const outcome = Promise.race([
    call,
    new Promise<"still waiting">((resolve) => setTimeout(() => resolve("still waiting"), milliseconds)),
  ]);
  await vi.advanceTimersByTimeAsync(milliseconds + 1);
  return outcome;
}

const codes = () => Response.json({ recoveryCodes: ["one"] }, { status: 201 });

describe("S15 a change whose answer is lost", () => {
  it.each(["lost", "midway"] as const)("is sent again with the same key (%s)", async (how) => {
    const { client, keys } = replying(how, how, codes());
    expect(await within(5000, client.recoveryCodes.renew())).toEqual({ ok: true, value: { recoveryCodes: ["one"] } });
    expect(new Set(keys()).size).toBe(1);
    expect(keys()[0]).toMatch(/^[!-~]{16,64}$/);
  });

  it("is sent on another connection where the first is dead", async () => {
    const { client, sent } = replying("never", codes());
    expect(await within(15_000, client.recoveryCodes.renew())).toMatchObject({ ok: true });
    expect(sent).toHaveLength(2);
  });

  it("ends after 30 seconds where no answer ever comes, and can be tried again", async () => {
    const { client, keys } = replying("never", "never", "never", codes());
    expect(await within(30_100, client.recoveryCodes.renew())).toEqual({ ok: false, code: "offline", details: {} });
    expect(await within(1000, client.recoveryCodes.renew())).toMatchObject({ ok: true });
    expect(new Set(keys()).size).toBe(1);
  });

  it("has another key once it is known what became of it, with another body, and after ten minutes", async () => {
    const { client, keys } = replying(codes(), codes(), "lost", "lost", "lost", "lost", "lost", "lost", codes());
    await client.recoveryCodes.renew();
    await client.recoveryCodes.renew();
    await within(5000, client.stepUp.prove({ password: "one" }));
    await within(5000, client.stepUp.prove({ password: "other" }));
    await vi.advanceTimersByTimeAsync(10 * 60_000);
    await client.stepUp.prove({ password: "other" });
    expect(new Set(keys()).size).toBe(5);
  });

  it("is asked for again while the service is still working on it", async () => {
    const working = Response.json({ code: "still_working" }, { status: 503 });
    const { client, keys } = replying("lost", working, codes());
    expect(await within(5000, client.recoveryCodes.renew())).toMatchObject({ ok: true });
    expect(new Set(keys()).size).toBe(1);
  });

  it("is not sent again once it was refused, nor after it was aborted", async () => {
    const refused = replying(Response.json({ code: "wrong_code" }, { status: 401 }));
    expect(await refused.client.stepUp.prove({ password: "x" })).toMatchObject({ code: "wrong_code" });
    expect(refused.sent).toHaveLength(1);
    const left = replying("never");
    const aborting = new AbortController();
    const call = left.client.recoveryCodes.renew({ signal: aborting.signal });
    aborting.abort(new Error("gone elsewhere"));
    await expect(call).rejects.toThrow("gone elsewhere");
    expect(left.sent).toHaveLength(1);
  });

  it("is no question: those have no key, and end after 30 seconds too", async () => {
    const { client, sent } = replying("never");
    expect(await within(30_000, client.account.get())).toMatchObject({ code: "offline" });
    expect(sent).toHaveLength(1);
    expect(sent[0]?.headers).not.toHaveProperty("Idempotency-Key");
  });
});

describe("S4c the account that is shown", () => {
  const begun = () => Response.json({ status: "complete", account, session: { id: "s", expiresAt: "2030" } });

  it("is named from the sign-in on, and no more once it is over", async () => {
    const { client, sent } = replying(begun(), codes(), new Response(null, { status: 204 }), codes());
    await client.signIn.start({ email: account.email, password: "x" });
    await client.recoveryCodes.renew();
    await client.session.end();
    await client.recoveryCodes.renew();
    expect(sent.map(({ headers }) => headers["Latchkey-Account"])).toEqual([undefined, "ana", "ana", undefined]);
  });

  it("is named from the moment the account was read, but not to ask who is signed in", async () => {
    const who = Response.json({ account: { id: "ben", email: "ben@example.com" }, session: { id: "s" } });
    const { client, sent } = replying(Response.json(account), codes(), who, codes(), who, codes());
    await client.account.get();
    await client.recoveryCodes.renew();
    await client.session.get();
    await client.recoveryCodes.renew();
    await client.session.get({ adopt: true });
    await client.recoveryCodes.renew();
    const named = sent.map(({ headers }) => headers["Latchkey-Account"]);
    expect(named).toEqual([undefined, "ana", undefined, "ana", undefined, "ben"]);
  });

  it("is asked about when a call says that another one is signed in", async () => {
    const onOther = vi.fn();
    const client = createClient({
      service,
      shown: { id: "ana", onOther },
      fetch: async () => Response.json({ code: "other_account" }, { status: 409 }),
    });
    expect(await client.account.delete()).toMatchObject({ code: "other_account" });
    expect(onOther).toHaveBeenCalledOnce();
  });
});
