import { env } from "cloudflare:test";
import * as v from "valibot";
import { afterEach, describe, expect, it } from "vitest";
import * as contract from "../../../shared/contract/webhook.ts";
import { webhookTypes } from "../../../shared/contract/webhook.ts";
import { Person } from "../../support/person.ts";
import { Service } from "../../support/service.ts";
import { Endpoint, forgetEndpoints } from "../../support/webhook.ts";

afterEach(forgetEndpoints);

const unhurried = (settings = {}) => new Service(settings, { WEBHOOKS: undefined });

describe("an operator", () => {
  it("makes an endpoint, whose secret is shown once and sealed at rest", async () => {
    const endpoint = await Endpoint.make(unhurried(), ["session.started", "account.created"]);
    expect(endpoint.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    const read = await endpoint.read();
    expect(v.parse(contract.webhook, read)).toEqual(read);
    expect(read).toMatchObject({ types: ["account.created", "session.started"], enabled: true, failingSince: null });
    const list = (await endpoint.call("GET", "")).body;
    expect(v.parse(contract.webhookList, list)).toEqual({ webhooks: [read] });
    const { results } = await env.DB.prepare("SELECT * FROM webhook_secrets").all();
    expect(results).toHaveLength(1);
    expect(JSON.stringify([results, read, list])).not.toContain(endpoint.secret.slice(6));
  });

  it("changes its address, its types and its description, and enables and disables it", async () => {
    const endpoint = await Endpoint.make(unhurried());
    const url = `${endpoint.url}-moved`;
    const moved = await endpoint.call("PATCH", "/", { url, types: ["account.deleted"], description: "Billing" });
    expect(moved.body).toMatchObject({ url, types: ["account.deleted"], description: "Billing", enabled: true });
    const disabled = (await endpoint.call("PATCH", "/", { enabled: false })).body;
    expect(disabled).toMatchObject({ url, enabled: false, disabled: { reason: "operator" } });
    expect((await endpoint.call("PATCH", "/", { enabled: true })).body).toEqual(moved.body);
    expect((await endpoint.call("PATCH", "/", {})).body).toEqual(moved.body);
  });

  it("deletes it with its secrets and deliveries", async () => {
    const endpoint = await Endpoint.make(unhurried());
    await endpoint.call("POST", "/test");
    expect((await endpoint.call("DELETE", "/")).status).toBe(204);
    for (const table of ["endpoints", "secrets", "subscriptions", "deliveries"]) {
      expect(await env.DB.prepare(`SELECT count(*) AS n FROM webhook_${table}`).first("n"), table).toBe(0);
    }
    expect((await endpoint.call("DELETE", "/")).status).toBe(404);
  });

  it("gets 404 for what is not there", async () => {
    const endpoint = await Endpoint.make(unhurried());
    endpoint.id = "AAAAAAAAAAAAAAAAAAAAAA";
    const answers = [
      await endpoint.call("GET", "/"),
      await endpoint.call("PATCH", "/", { description: "x" }),
      await endpoint.call("POST", "/secret"),
      await endpoint.call("POST", "/test"),
      await endpoint.call("POST", "/deliveries/msg_x/send"),
    ];
    expect(answers.map(({ body }) => body.code)).toEqual(Array(5).fill("not_found"));
    expect((await endpoint.call("GET", "/deliveries")).body).toEqual({ deliveries: [] });
  });

  it.each([
    [{ url: "no address" }, "url"],
    [{ url: "ftp://example.dev/" }, "url"],
    [{ url: `https://example.dev/${"x".repeat(2000)}` }, "url"],
    [{ url: "http://localhost:8787/v1/session" }, "url"],
    [{ types: [] }, "types"],
    [{ types: ["account.created", "account.created"] }, "types"],
    [{ types: ["account_created"] }, "types.0"],
    [{ description: "x".repeat(201) }, "description"],
  ])("is told what is wrong with %j", async (wrong, path) => {
    const endpoint = await Endpoint.make(unhurried());
    const body = { url: endpoint.url, types: ["account.created"], ...wrong };
    const answer = await endpoint.call("POST", "", body);
    expect([answer.status, answer.body.fields?.map((field: { path: string }) => field.path)]).toEqual([400, [path]]);
    expect((await endpoint.call("PATCH", "/", wrong)).status).toBe(400);
  });

  it("cannot have an endpoint on a private address in production", async () => {
    const production = unhurried({
      ENVIRONMENT: "production",
      ORIGIN: "https://security.latchkey.dev",
      MAIL: "resend",
      MAIL_FROM: "security@latchkey.dev",
      RESEND_API_KEY: "re_key",
      SEAL_KEYS: "k1:kt5p0fNsmT8qOdUuUUuLw1xXk5hw0V3oPHYgbgz4kWk=",
      MAC_KEY: "8vTq2nXgB1mZ6yKpL0eRsD4uWcF7jHaI9oNtQ3xVbE0=",
      ALLOWED_ORIGINS: "",
      TOKEN_AUDIENCES: "",
      OIDC_CLIENTS: "",
      RETURN_ORIGINS: "",
    });
    const token = await Endpoint.key(production);
    const make = (url: string) => production.post("/v1/admin/webhooks", { url, types: webhookTypes }, { token });
    for (const url of ["http://example.dev/", "https://10.0.0.1/", "https://localhost/", "https://[::1]/"]) {
      expect((await make(url)).body.fields).toEqual([{ path: "url", message: expect.stringMatching(/^must be/) }]);
    }
    expect((await make("https://security.latchkey.dev/in")).status).toBe(400);
    expect((await make("https://hooks.example.dev/in")).status).toBe(201);
  });

  it("has twenty endpoints at most, however many are made at once", async () => {
    const endpoint = await Endpoint.make(unhurried());
    const make = () => endpoint.call("POST", "", { url: endpoint.url, types: ["account.created"] });
    const made = await Promise.all(Array.from({ length: 25 }, make));
    expect(made.filter(({ status }) => status === 201)).toHaveLength(19);
    expect(made.filter(({ body }) => body.code === "too_many_webhooks")).toHaveLength(6);
    expect(await env.DB.prepare("SELECT count(*) AS n FROM webhook_secrets").first("n")).toBe(20);
  });

  it("needs a key with the scope, and every call is in the operator log with what it did", async () => {
    const endpoint = await Endpoint.make(unhurried());
    const other = await Endpoint.key(endpoint.service, ["events:read"]);
    const list = (token?: string) => endpoint.service.get("/v1/admin/webhooks", { ...(token && { token }) });
    expect((await list()).body.code).toBe("operator_key_refused");
    expect((await list((await Person.signUp(endpoint.service)).token)).body.code).toBe("operator_key_refused");
    expect((await list(other)).body.code).toBe("scope_missing");
    await endpoint.call("POST", "/secret");
    await endpoint.call("PATCH", "/", { description: "x" });
    await endpoint.call("POST", "/test");
    await endpoint.call("DELETE", "/");
    const { results } = await env.DB.prepare("SELECT did FROM operator_calls WHERE did LIKE '%' || ? ORDER BY seq")
      .bind(endpoint.id)
      .all<{ did: string }>();
    expect(results.map((row: { did: string }) => row.did.split(" ")[0])).toEqual([
      "webhook_created",
      "webhook_secret_rotated",
      "webhook_updated",
      "webhook_tested",
      "webhook_deleted",
    ]);
  });
});
