import { env } from "cloudflare:test";
import * as v from "valibot";
import { expect, it } from "vitest";
import { accountEvent, accountEventsPage, operatorCallsPage } from "../../../shared/contract/admin.ts";
import { operatorWith } from "../../support/operator.ts";
import { Person } from "../../support/person.ts";
import { Service } from "../../support/service.ts";

async function begin() {
  const service = new Service();
  const person = await Person.signUp(service);
  await person.startSignIn();
  await person.startSignIn();
  const operator = await operatorWith(service, ["events:read"]);
  const list = async (query: string) => (await service.get(`/v1/admin/events?${query}`, operator)).body;
  return { service, person, operator, list };
}

const typesOf = (events: { type: string }[]) => events.map(({ type }) => type);

it("events are filtered by account, type and time, page by page, and the account's owner sees who read them", async () => {
  const { service, person, list } = await begin();
  const account = `account=${person.accountId}`;
  const all = await list(account);
  expect(v.parse(accountEventsPage, all)).toEqual(all);
  expect(typesOf(all.events)).toEqual(["sign_in", "sign_in", "account_created"]);
  const first = await list(`${account}&limit=2&type=sign_in`);
  expect(typesOf(first.events)).toEqual(["sign_in", "sign_in"]);
  expect(first.next).toBeUndefined();
  const page = await list(`${account}&limit=1&type=sign_in`);
  const next = await list(`${account}&limit=1&type=sign_in&cursor=${page.next}`);
  expect([...page.events, ...next.events]).toEqual(first.events);
  const since = first.events[0].at;
  expect((await list(`${account}&type=sign_in&since=${since}`)).events).toEqual([first.events[0]]);
  expect((await list(`${account}&type=sign_in&until=${since}`)).events).toEqual([first.events[1]]);
  expect((await list(`type=account_created&until=${since}`)).events[0].accountId).toBe(person.accountId);
  for (const query of ["cursor=x", "type=none", "since=yesterday"]) {
    expect((await list(query)).code, query).toBe("invalid_request");
  }
  const { events } = (await service.get("/v1/account/activity", person)).body;
  expect(events[0]).toMatchObject({ type: "operator_viewed_activity", detail: { operator: "support" } });
});

it("an export streams every event as a line, oldest first, across the pages that it reads", async () => {
  const { service, person, operator } = await begin();
  const insert = env.DB.prepare(
    `INSERT INTO events (id, account_id, type, at, ip, user_agent, detail, browser, network)
     SELECT 'e' || value, ?, 'signed_out', ?, '', '', '{}', '', '' FROM json_each(?)`,
  );
  await insert.bind(person.accountId, service.now, JSON.stringify(Array.from({ length: 1100 }, (_, at) => at))).run();
  service.pass(1);
  const { status, headers, body } = await service.get(
    `/v1/admin/events/export?account=${person.accountId}&type=signed_out`,
    operator,
  );
  expect([status, headers.get("Content-Type")]).toEqual([200, "application/x-ndjson"]);
  const lines = String(body).trimEnd().split("\n");
  expect(lines).toHaveLength(1100);
  expect(v.parse(accountEvent, JSON.parse(lines[0] ?? ""))).toMatchObject({ id: "e0", type: "signed_out" });
  expect(new Set(lines).size).toBe(1100);
  const { events } = (await service.get("/v1/account/activity", person)).body;
  expect(events[0].type).toBe("operator_viewed_activity");
});

it("no filter of events scans the table", async () => {
  const filters = ["", "account_id = 'x' AND ", "type = 'x' AND ", "account_id = 'x' AND type = 'x' AND "];
  for (const filter of filters) {
    for (const [direction, beyond] of [
      ["DESC", "<"],
      ["ASC", ">"],
    ]) {
      const sql = `SELECT seq FROM events WHERE ${filter}at >= 0 AND at < 9 AND (at, seq) ${beyond} (5, 5)
                    ORDER BY at ${direction}, seq ${direction} LIMIT 5`;
      const { results } = await env.DB.prepare(`EXPLAIN QUERY PLAN ${sql}`).all();
      const plan = results.map((row: Record<string, unknown>) => row.detail).join("; ");
      expect(plan, sql).toMatch(/^SEARCH events USING (COVERING )?INDEX/);
      expect(plan, sql).not.toMatch(/TEMP B-TREE/);
    }
  }
});

it("the operator log shows every call, the refused and the fruitless ones too, and no secret", async () => {
  const { service, person, operator } = await begin();
  // Those of the tests before, whose clocks went further.
  await env.DB.prepare("DELETE FROM operator_calls").run();
  await service.get(`/v1/admin/people/${person.accountId}`, operator);
  await service.get("/v1/admin/events?email=secret%40example.com", operator);
  const { body } = await service.get("/v1/admin/operator-calls?limit=2", operator);
  expect(v.parse(operatorCallsPage, body)).toEqual(body);
  const next = (await service.get(`/v1/admin/operator-calls?limit=1&cursor=${body.next}`, operator)).body;
  expect([...body.calls, ...next.calls]).toMatchObject([
    { route: "/v1/admin/operator-calls", status: null, operator: "support" },
    { route: "/v1/admin/events", status: 200, did: "operator_read_events" },
    { route: "/v1/admin/people/:id", status: 403, did: null },
  ]);
  const { results } = await env.DB.prepare("SELECT * FROM operator_calls").all();
  const log = JSON.stringify(results);
  for (const secret of [operator.token, "secret%40example.com", person.email]) expect(log).not.toContain(secret);
});
