import { describe, expect, it, vi } from "vitest";
import { createLatchkey, type LatchkeyOptions } from "../../../shared/client/latchkey.ts";

const service = "https://security.example.com";
const signIn = { email: "ana@example.com", password: "a quiet harbour at dawn" };
const complete = (token?: string) => Response.json({ status: "complete", account: {}, session: { id: "s", token } });
const notSignedIn = () => Response.json({ code: "not_signed_in" }, { status: 401 });

/** A client of a service that gives these answers, one after the other. */
function talking(answers: (Response | Promise<Response>)[], options: Partial<LatchkeyOptions> = {}) {
  const sent: { path: string; init: RequestInit; authorization: string | null }[] = [];
  const onSessionEnd = vi.fn();
  const latchkey = createLatchkey({
    service,
    onSessionEnd,
    fetch: async (input, init = {}) => {
      const authorization = new Headers(init.headers).get("Authorization");
      sent.push({ path: new URL(String(input)).pathname, init, authorization });
      return (await answers.shift()) ?? Response.json({});
    },
    ...options,
  });
  return { latchkey, sent, onSessionEnd };
}

describe("a session by cookie", () => {
  it("is left to the browser", async () => {
    const { latchkey, sent } = talking([complete()]);
    await latchkey.signIn.start(signIn);
    expect(sent[0]?.init.credentials).toBe("include");
    expect(new Headers(sent[0]?.init.headers).has("Latchkey-Session")).toBe(false);
  });

  it("is told to have ended once, and only where there was one", async () => {
    const { latchkey, onSessionEnd } = talking([notSignedIn(), complete(), notSignedIn(), notSignedIn()]);
    await latchkey.session.get();
    expect(onSessionEnd).not.toHaveBeenCalled();
    await latchkey.signIn.start(signIn);
    await latchkey.account.get();
    await latchkey.account.get();
    expect(onSessionEnd).toHaveBeenCalledOnce();
  });

  it("is told to have ended where a page found itself signed in", async () => {
    const { latchkey, onSessionEnd } = talking([Response.json({ account: {} }), notSignedIn()]);
    await latchkey.account.get();
    await latchkey.account.get();
    expect(onSessionEnd).toHaveBeenCalledOnce();
  });

  it("ends in silence by signing out", async () => {
    const { latchkey, onSessionEnd } = talking([complete(), new Response(null, { status: 204 }), notSignedIn()]);
    await latchkey.signIn.start(signIn);
    await latchkey.session.end();
    await latchkey.session.get();
    expect(onSessionEnd).not.toHaveBeenCalled();
  });
});

describe("a session by bearer", () => {
  const bearer = { session: "bearer" } as const;

  it("is kept and sent, and renewed by a step-up", async () => {
    const { latchkey, sent } = talking([complete("one"), Response.json({}), complete("two")], bearer);
    await latchkey.signIn.start(signIn);
    await latchkey.account.get();
    await latchkey.stepUp.prove({ password: signIn.password });
    await latchkey.account.get();
    expect(sent.map(({ authorization }) => authorization)).toEqual([null, "Bearer one", "Bearer one", "Bearer two"]);
    expect(sent[0]?.init.credentials).toBe("omit");
    expect(new Headers(sent[0]?.init.headers).get("Latchkey-Session")).toBe("bearer");
  });

  it("waits with everything else while a step-up renews it", async () => {
    let answer = (_: Response) => {};
    const renewed = new Promise<Response>((resolve) => {
      answer = resolve;
    });
    const { latchkey, sent } = talking([renewed], { ...bearer, token: "one" });
    const proving = latchkey.stepUp.prove({ password: signIn.password });
    const asking = latchkey.account.get();
    await vi.waitFor(() => expect(sent).toHaveLength(1));
    answer(complete("two"));
    await Promise.all([proving, asking]);
    expect(sent.map(({ authorization }) => authorization)).toEqual(["Bearer one", "Bearer two"]);
  });

  it("is kept where the site says, with what remembers the browser, by service", async () => {
    const kept = new Map<string, string>();
    const storage = {
      getItem: async (key: string) => kept.get(key) ?? null,
      setItem: async (key: string, value: string) => kept.set(key, value),
      removeItem: async (key: string) => kept.delete(key),
    };
    const body = { session: { id: "s", token: "one" }, device: { token: "browser" } };
    const first = talking([Response.json(body)], { ...bearer, storage });
    await first.latchkey.signIn.code({ signIn: "x", method: "app", code: "123456", rememberDevice: true });
    expect([...kept]).toEqual([
      [`latchkey ${service}`, "one"],
      [`latchkey-device ${service}`, "browser"],
    ]);
    const later = talking([new Response(null, { status: 204 }), complete("two")], { ...bearer, storage });
    await later.latchkey.session.end();
    expect(later.sent[0]?.authorization).toBe("Bearer one");
    await later.latchkey.signIn.start(signIn);
    expect(later.sent[1]?.authorization).toBeNull();
    expect(new Headers(later.sent[1]?.init.headers).get("Latchkey-Device")).toBe("browser");
  });

  it("is forgotten once when the service knows it no more, but not the one that took its place", async () => {
    const { latchkey, sent, onSessionEnd } = talking([notSignedIn(), notSignedIn()], { ...bearer, token: "old" });
    await latchkey.account.get();
    await latchkey.account.get();
    expect(sent.map(({ authorization }) => authorization)).toEqual(["Bearer old", null]);
    expect(onSessionEnd).toHaveBeenCalledOnce();

    let answer = (_: Response) => {};
    const late = new Promise<Response>((resolve) => {
      answer = resolve;
    });
    const overtaken = talking([late, complete("new")], { ...bearer, token: "old" });
    const asking = overtaken.latchkey.account.get();
    await vi.waitFor(() => expect(overtaken.sent).toHaveLength(1));
    await overtaken.latchkey.signIn.start(signIn);
    answer(notSignedIn());
    await asking;
    await overtaken.latchkey.account.get();
    expect(overtaken.sent.at(-1)?.authorization).toBe("Bearer new");
    expect(overtaken.onSessionEnd).not.toHaveBeenCalled();
  });
});
