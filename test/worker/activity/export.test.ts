import { env } from "cloudflare:test";
import { describe, expect, it } from "vitest";
import { Person } from "../../support/person.ts";
import { Service } from "../../support/service.ts";

const path = "/v1/account/activity";

/** Somebody who signed in at three moments, an hour apart, and set an app up in between. */
async function busy() {
  const person = await Person.signUp(new Service());
  const moments: string[] = [];
  for (let times = 0; times < 3; times++) {
    person.service.pass(60 * 60);
    moments.push(new Date(person.service.now + 1).toISOString());
    await person.startSignIn();
  }
  await person.stepUpByPassword();
  await person.turnOnApp();
  const ask = async (query: Record<string, string>) => {
    const { status, body } = await person.service.get(`${path}?${new URLSearchParams(query)}`, person);
    return status === 200 ? body.events.map(({ type, at }: Record<string, string>) => `${type} ${at}`) : body.code;
  };
  return { person, moments, ask };
}

describe("activity by type and time", () => {
  it("has events of one type alone, from a moment on and before another", async () => {
    const { moments, ask } = await busy();
    const [first = "", second = "", third = ""] = moments;
    const signIns = [third, second, first].map((at) => `sign_in ${at}`);
    expect(await ask({ type: "sign_in" })).toEqual(signIns);
    expect(await ask({ type: "sign_in", since: second })).toEqual(signIns.slice(0, 2));
    expect(await ask({ type: "sign_in", until: third })).toEqual(signIns.slice(1));
    expect(await ask({ since: second, until: third })).toEqual([signIns[1]]);
    expect(await ask({ type: "method_removed" })).toEqual([]);
  });

  it.each<Record<string, string>>([{ type: "nonsense" }, { since: "yesterday" }, { until: "2026-13-01T00:00:00Z" }])(
    "refuses %j",
    async (query) => {
      const { ask } = await busy();
      expect(await ask(query)).toBe("invalid_request");
    },
  );

  it("goes on to the next page of the same", async () => {
    const person = await Person.signUp(new Service());
    await env.DB.prepare(
      `WITH RECURSIVE counted (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counted WHERE n < 104)
       INSERT INTO events (id, account_id, type, at, ip, user_agent, detail, browser, network)
       SELECT 'paged ' || n, ?, iif(n % 2, 'sign_in', 'signed_out'), ? + n, '', '', '{}', '', '' FROM counted`,
    )
      .bind(person.accountId, person.service.now)
      .run();
    const get = async (query: string) => (await person.service.get(`${path}?type=sign_in${query}`, person)).body;
    const { events, next } = await get("");
    expect(events).toHaveLength(50);
    const rest = await get(`&cursor=${next}`);
    expect(rest.next).toBeUndefined();
    const all = [...events, ...rest.events];
    expect(all).toHaveLength(52);
    expect(new Set(all.map(({ type }: { type: string }) => type))).toEqual(new Set(["sign_in"]));
  });

  it("is exported as CSV, the same that is asked for, with a stranger's browser as plain text", async () => {
    const { person } = await busy();
    await person.service.post("/v1/sign-in", person, {
      token: undefined,
      headers: { "User-Agent": '=HYPERLINK("https://evil.example")' },
    });
    const { status, headers, body } = await person.service.get(`${path}/export?type=account_created`, person);
    expect(status).toBe(200);
    expect(headers.get("Content-Type")).toContain("text/csv");
    expect(headers.get("Content-Disposition")).toContain("attachment");
    expect(String(body).trimEnd().split("\r\n")).toHaveLength(2);
    const all = String((await person.service.get(`${path}/export`, person)).body);
    const shown = (await person.service.get(path, person)).body.events;
    expect(all.trimEnd().split("\r\n")).toHaveLength(shown.length + 1);
    expect(all).toMatch(/^at,type,/);
  });

  it("is exported to its owner alone", async () => {
    const { person } = await busy();
    expect((await person.service.get(`${path}/export`)).status).toBe(401);
    const other = await Person.signUp(person.service);
    expect(String((await person.service.get(`${path}/export`, other)).body)).not.toContain("method_added");
  });
});
