import { describe, expect, it } from "vitest";
import { createPageSession } from "../../../../worker/pages/elements/create-page-session.ts";
import { adviceOn, whyNoAnswer } from "../../../../worker/pages/elements/why-no-answer.ts";

const service = "https://security.example.com";
const account = { id: "a", email: "ana@example.com" };
const who = { account, session: { id: "s", expiresAt: "then", aal: 1 } };
const problem = (code: string, status = 401) => Response.json({ code }, { status });

/** A session whose service answers so, by method and path, and what it told. */
function sessionAt(answers: Record<string, () => Response>, token: string | null = null, mayBeBlocked = false) {
  const calls: string[] = [];
  const news: [name: string, detail: unknown][] = [];
  const session = createPageSession({
    key: "k",
    service,
    canRemember: true,
    mayBeBlocked,
    token: () => token,
    forget: () => {
      token = null;
    },
    whyNoAnswer: async () => "not_allowed",
    async fetch(input, init) {
      const call = `${init?.method ?? "GET"} ${new URL(String(input)).pathname}`;
      calls.push(call);
      const answer = answers[call];
      if (!answer) throw new TypeError("Failed to fetch");
      return answer();
    },
  });
  const stop = session.listen((name, detail) => news.push([name, detail]));
  return { session, calls, news, stop };
}

describe("the session of a page", () => {
  it("is found once, however many elements ask at a time", async () => {
    const { session, calls, news } = sessionAt({ "GET /v1/session": () => Response.json(who) }, "secret");
    await Promise.all([session.find(), session.find(), session.find()]);
    expect(calls).toHaveLength(1);
    const told = { id: "s", expiresAt: "then", token: "secret" };
    expect(session.state.value).toEqual({ is: "there", account, session: told });
    expect(news).toEqual([["latchkey-signed-in", { account, session: told, restored: true }]]);
  });

  it("is none, or says why nothing could be found out, and can be looked for again", async () => {
    const answers: Record<string, () => Response> = {};
    const { session } = sessionAt(answers);
    await session.find();
    expect(session.state.value).toEqual({ is: "not_allowed" });
    answers["GET /v1/session"] = () => problem("internal", 500);
    await session.find();
    expect(session.state.value).toEqual({ is: "unreachable" });
    answers["GET /v1/session"] = () => problem("not_signed_in");
    await session.find();
    expect(session.state.value).toEqual({ is: "none" });
  });

  it("keeps whose it was when the service ends it, and tells of that once", async () => {
    const { session, news } = sessionAt({ "GET /v1/session": () => problem("not_signed_in") });
    session.signedIn({ account, session: { id: "s", expiresAt: "then" } } as Parameters<typeof session.signedIn>[0]);
    expect(await session.who()).toBeNull();
    expect(await session.who()).toBeNull();
    expect(session.state.value).toMatchObject({ is: "ended", account });
    expect(news.map(([name]) => name)).toEqual(["latchkey-signed-in", "latchkey-session-end"]);
  });

  it("says so where the browser keeps no cookie of the service, and begins where it does", async () => {
    const signIn = async (answer: () => Response) => {
      const { session, news } = sessionAt({ "GET /v1/session": answer }, null, true);
      await session.signedIn(who as unknown as Parameters<typeof session.signedIn>[0]);
      return { is: session.state.value.is, news };
    };
    expect(await signIn(() => problem("not_signed_in"))).toEqual({ is: "not_kept", news: [] });
    expect((await signIn(() => Response.json(who))).is).toBe("there");
    expect(adviceOn("not_kept", service, "https://shop.example")).toContain('session="bearer"');
  });

  it("tells an answer that did not come from an answer that nobody is signed in", async () => {
    const { session, news } = sessionAt({});
    await expect(session.who()).rejects.toThrow("no answer (offline)");
    expect(await session.signOut()).toBe(false);
    expect(news).toEqual([]);
  });

  it("is over, its token forgotten, once the service was told, or knew already", async () => {
    for (const answer of [() => new Response(null, { status: 204 }), () => problem("not_signed_in")]) {
      const { session, news } = sessionAt({ "DELETE /v1/session": answer }, "secret");
      session.signedIn({ account, session: { id: "s", expiresAt: "then" } } as Parameters<typeof session.signedIn>[0]);
      expect(await session.signOut()).toBe(true);
      expect(session.state.value).toEqual({ is: "none" });
      expect(news.at(-1)).toEqual(["latchkey-signed-out", null]);
    }
  });

  it("tells of every step-up, with the renewed session, to those who listen", async () => {
    const renewed = { elevatedUntil: "soon", session: { id: "s2", expiresAt: "later" } };
    const { session, news, stop } = sessionAt({ "POST /v1/step-up": () => Response.json(renewed) }, "new");
    await session.client("es").stepUp.prove({ password: "a quiet harbour at dawn" });
    expect(news).toEqual([
      ["latchkey-step-up", { elevatedUntil: "soon", session: { id: "s2", expiresAt: "later", token: "new" } }],
    ]);
    stop();
    await session.client("es").stepUp.prove({ password: "a quiet harbour at dawn" });
    expect(news).toHaveLength(1);
  });
});

describe("a page that gets no answer", () => {
  it("is not on the list where it may read what every page may, and else has no way there", async () => {
    expect(await whyNoAnswer(service, async () => new Response())).toBe("not_allowed");
    expect(await whyNoAnswer(service, () => Promise.reject(new TypeError()))).toBe("unreachable");
  });

  it("tells its developer the setting, with the very origin to put there", () => {
    expect(adviceOn("not_allowed", service, "https://shop.example")).toMatch(
      /ALLOWED_ORIGINS.*"https:\/\/shop\.example"/,
    );
    expect(adviceOn("unreachable", service, "https://shop.example")).toMatch(/"service".*connect-src/);
  });
});
