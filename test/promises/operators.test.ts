import { env } from "cloudflare:test";
import { expect, it } from "vitest";
import { eavesdrop } from "../support/eavesdrop.ts";
import { FaultyDatabase } from "../support/faulty-database.ts";
import { callsOf, operatorWith } from "../support/operator.ts";
import { mailedLink, Person } from "../support/person.ts";
import { Service } from "../support/service.ts";

const newPassword = "seven lanterns on a pier";

/** Bodies by which the routes for operators that take one do what they are for. */
function bodyFor(path: string): object {
  const email = `new-${crypto.randomUUID()}@example.com`;
  if (path.endsWith("/:id")) return { disabled: false };
  return { email, ...(path === "/v1/admin/people" && { password: newPassword }) };
}

it("S2 no route for operators makes a session or hands out a token, with every scope there is", async () => {
  const service = new Service();
  const { token } = await operatorWith(service);
  const routes = service.routes.filter(({ path }) => path.startsWith("/v1/admin"));
  expect(routes.length).toBeGreaterThan(10);
  const person = await Person.signUp(service);
  await person.turnOnApp();
  const deletes = ({ method, path }: { method: string; path: string }) => method === "DELETE" && path.endsWith("/:id");
  for (const { method, path } of [...routes.filter((each) => !deletes(each)), ...routes.filter(deletes)]) {
    const before = await env.DB.prepare("SELECT count(*) AS n FROM sessions").first<number>("n");
    const takesRows = path.endsWith("/rows");
    const address = path.replace(":id", person.accountId).replace(":sessionId", "x") + (takesRows ? "?offset=0" : "");
    const headers: Record<string, string> = takesRows ? { "Content-Type": "application/x-ndjson" } : {};
    const body = { ...(method !== "GET" && { body: bodyFor(path) }) };
    const answer = await service.send(method, address, { ...body, token, headers });
    expect([200, 201, 202, 204, 404], `${method} ${path}`).toContain(answer.status);
    expect(await env.DB.prepare("SELECT count(*) AS n FROM sessions").first<number>("n")).toBeLessThanOrEqual(
      before ?? 0,
    );
    expect(answer.headers.get("Set-Cookie")).toBeNull();
    expect(JSON.stringify(answer.body), `${method} ${path}`).not.toMatch(/"(token|signIn|link|secret|uri|hash)"/);
  }
});

it("S9 nothing secret is logged of what operators and the invited do, whatever fails", async () => {
  const ear = eavesdrop();
  const faulty = new FaultyDatabase();
  const service = new Service({}, { DB: faulty.database });
  const operator = await operatorWith(service);
  const email = `invited-${crypto.randomUUID()}@example.com`;
  await service.post("/v1/admin/invitations", { email }, operator);
  const link = await mailedLink(service, "accept-invitation", email);
  for (const trip of [1, 2, 3]) {
    for (const request of [
      () => service.post("/v1/admin/people", { email: `a${email}`, password: newPassword }, operator),
      () => service.post("/v1/admin/invitations", { email: `b${email}` }, operator),
      () => service.get(`/v1/admin/people?email=${email}`, operator),
      () => service.post("/v1/invitations/accept", { link, newPassword }),
    ]) {
      faulty.failOn(trip, "refused");
      await request();
      faulty.mend();
      service.pass(60);
    }
  }
  await service.get("/v1/admin/people", { token: `${operator.token}x` });
  const secrets = [...(await ear.stop()), operator.token, link, email];
  expect(ear.logged.length).toBeGreaterThan(3);
  for (const secret of secrets) expect(ear.logged.join("\n")).not.toContain(secret);
  const kept = JSON.stringify([
    await callsOf(operator.id),
    (await env.DB.prepare("SELECT * FROM events").all()).results,
    (await env.DB.prepare("SELECT * FROM operators").all()).results,
  ]);
  for (const secret of [operator.token.slice(4), link, newPassword]) expect(kept).not.toContain(secret);
});
