import { describe, expect, it, vi } from "vitest";
import { fetchByBearer } from "../../../../worker/pages/elements/carry-session.ts";
import { createKeptToken } from "../../../../worker/pages/elements/kept-token.ts";

/** A service that gives these answers, in this order, and keeps what it was asked. */
function serviceThat(...answers: Response[]) {
  const asked: { authorization: string | null; wants: string | null; credentials: unknown }[] = [];
  const send: typeof fetch = async (_, init) => {
    const headers = new Headers(init?.headers);
    asked.push({
      authorization: headers.get("Authorization"),
      wants: headers.get("Latchkey-Session"),
      credentials: init?.credentials,
    });
    return answers.shift() ?? Response.error();
  };
  return { asked, send };
}

const signedIn = (token: string) => Response.json({ session: { id: "s", token } });
const refused = (code: string) => Response.json({ code }, { status: 401 });

describe("a session by bearer", () => {
  it("is sent from the answer on that began it, which is handed on without its token", async () => {
    const { asked, send } = serviceThat(
      signedIn("one"),
      Response.json({}),
      signedIn("two"),
      new Response(null, { status: 204 }),
    );
    const token = createKeptToken("t");
    const call = fetchByBearer(token, send);
    expect(await (await call("/")).json()).toEqual({ session: { id: "s" } });
    await call("/");
    await call("/");
    expect((await call("/")).status).toBe(204);
    expect(asked.map(({ authorization }) => authorization)).toEqual([null, "Bearer one", "Bearer one", "Bearer two"]);
    expect(new Set(asked.map(({ wants, credentials }) => `${wants} ${credentials}`))).toEqual(new Set(["bearer omit"]));
  });

  it("is forgotten when the service no longer knows it, and only then", async () => {
    const { send } = serviceThat(signedIn("one"), refused("wrong_code"), refused("not_signed_in"));
    const token = createKeptToken("t");
    const call = fetchByBearer(token, send);
    await call("/");
    await call("/");
    expect(token.read()).toBe("one");
    expect((await call("/")).status).toBe(401);
    expect(token.read()).toBeNull();
  });

  it("stays when it was renewed while a call with the old token was under way", async () => {
    const token = createKeptToken("t");
    token.keep("old");
    const call = fetchByBearer(token, async () => {
      token.keep("new");
      return refused("not_signed_in");
    });
    await call("/");
    expect(token.read()).toBe("new");
  });
});

describe("a kept token", () => {
  it("is there again in the same tab, where the page chose so, and gone from it when forgotten", () => {
    const items = new Map<string, string>();
    const storage = {
      getItem: (name: string) => items.get(name) ?? null,
      setItem: (name: string, text: string) => void items.set(name, text),
      removeItem: (name: string) => void items.delete(name),
    } as unknown as Storage;
    vi.stubGlobal("sessionStorage", storage);
    createKeptToken("a", true).keep("one");
    const again = createKeptToken("a", true);
    expect([again.read(), createKeptToken("b", true).read(), createKeptToken("a").read()]).toEqual(["one", null, null]);
    again.forget("another");
    expect(again.read()).toBe("one");
    again.forget("one");
    expect([again.read(), items.size]).toEqual([null, 0]);
    vi.unstubAllGlobals();
  });
});
