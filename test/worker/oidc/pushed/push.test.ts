import { env } from "cloudflare:test";
import { beforeEach, describe, expect, it } from "vitest";
import { Person } from "../../../support/person.ts";
import { Service } from "../../../support/service.ts";
import { authorizePath, clientSecret, exchange, goTo, siteSettings } from "../../../support/site.ts";

const clients = JSON.parse((await siteSettings()).OIDC_CLIENTS ?? "");
clients[1].requirePushedAuthorizationRequests = true;
const service = new Service({ OIDC_CLIENTS: JSON.stringify(clients) });
const bank = { client_id: "bank", redirect_uri: "https://bank.example/in", client_secret: clientSecret };
let person: Person;

beforeEach(async () => {
  person = await Person.signUp(service);
});

async function push(changed: Record<string, string | undefined> = {}) {
  const form = (await authorizePath({ ...bank, ...changed })).split("?")[1] ?? "";
  return service.post("/oidc/par", form, {
    headers: { "Latchkey-Session": "", "Content-Type": "application/x-www-form-urlencoded" },
  });
}
const bring = (request_uri: string, also: Record<string, string> = {}, who: Person | Service = person) =>
  goTo(who, `/oidc/authorize?${new URLSearchParams({ client_id: "bank", request_uri, ...also })}`);

describe("a pushed request", () => {
  it("gets a name that a browser brings, which gives one code", async () => {
    const { status, body } = await push({ state: "kept here" });
    expect(status).toBe(201);
    expect(body).toEqual({
      request_uri: expect.stringMatching(/^urn:ietf:params:oauth:request_uri:[\w-]{43}$/),
      expires_in: 90,
    });
    const { to, answer } = await bring(body.request_uri);
    expect([to.origin, answer.state, answer.error]).toEqual(["https://bank.example", "kept here", undefined]);
    expect((await exchange(service, answer.code ?? "", bank)).status).toBe(200);
    expect((await bring(body.request_uri)).status).toBe(400);
  });

  it("is not changed by what the address says beside it", async () => {
    const { body } = await push();
    const also = { redirect_uri: "https://evil.example/", state: "another", scope: "openid profile" };
    const { to, answer } = await bring(body.request_uri, also);
    expect([to.origin, answer.state]).toEqual(["https://bank.example", "the state"]);
  });

  it("gives one code to eight browsers at the same moment", async () => {
    const { body } = await push();
    const answers = await Promise.all(Array.from({ length: 8 }, () => bring(body.request_uri)));
    expect(answers.filter(({ answer }) => answer.code !== undefined)).toHaveLength(1);
  });

  it("waits for a person who signs in first, but not for one who comes late", async () => {
    const { body } = await push({ ui_locales: "es", login_hint: "a@example.com" });
    const first = await bring(body.request_uri, {}, service);
    expect(first.to.pathname).toBe("/sign-in");
    const next = first.to.searchParams.get("next") ?? "";
    expect(Object.fromEntries(new URL(next, service.origin).searchParams)).toMatchObject({
      login_hint: "a@example.com",
      ui_locales: "es",
    });
    const late = (await push()).body.request_uri;
    service.pass(600);
    expect((await bring(late)).status).toBe(400);
    expect((await goTo(person, next)).to.origin).toBe("https://bank.example");
    service.pass(3600);
    await service.runSchedule();
    const { results } = await env.DB.prepare("SELECT hash FROM oidc_pushed_requests").all();
    expect(results).toEqual([]);
  });

  it("is of its client alone", async () => {
    const { body } = await push();
    expect((await bring(body.request_uri, { client_id: "shop" })).status).toBe(400);
    const { request_uri } = body;
    const twice = `/oidc/authorize?${new URLSearchParams({ client_id: "bank", request_uri })}&${new URLSearchParams({ request_uri })}`;
    expect((await goTo(person, twice)).status).toBe(400);
  });

  it("is required of a client that says so", async () => {
    const { answer } = await goTo(person, await authorizePath({ ...bank, client_secret: undefined }));
    expect(answer).toMatchObject({ error: "invalid_request", error_description: /push/ });
    expect((await goTo(person, await authorizePath())).answer.code).toBeDefined();
  });

  it.each<[string, Record<string, string | undefined>, number, string]>([
    ["without a secret", { client_secret: undefined }, 401, "invalid_client"],
    ["for an address that is not registered", { redirect_uri: "https://evil.example/" }, 400, "invalid_request"],
    ["that names another", { request_uri: "urn:ietf:params:oauth:request_uri:x" }, 400, "invalid_request"],
    ["of another kind", { response_type: "token" }, 400, "unsupported_response_type"],
    ["in an object", { request: "e30.e30." }, 400, "request_not_supported"],
    ["without openid", { scope: "email" }, 400, "invalid_scope"],
  ])("is refused %s", async (_, changed, status, error) => {
    const answered = await push(changed);
    expect([answered.status, answered.body.error]).toEqual([status, error]);
  });

  it("leaves the secret out of what is kept", async () => {
    await push();
    const { results } = await env.DB.prepare("SELECT parameters FROM oidc_pushed_requests").all();
    expect(JSON.stringify(results)).not.toContain("secret");
  });
});
