import { env } from "cloudflare:test";
import { describe, expect, it } from "vitest";
import { operatorWith } from "../../../support/operator.ts";
import { Person } from "../../../support/person.ts";
import { Service } from "../../../support/service.ts";
import { authorizeAs, codeFor, exchange, siteSettings, userInfo } from "../../../support/site.ts";

const service = new Service(await siteSettings());
const site = { name: "Newsletter", redirectUris: ["https://news.example/in"], confidential: true };

describe("a site that an operator registers", () => {
  it("signs people in by the secret that is shown once, until it is removed with all that it was given", async () => {
    const operator = await operatorWith(service, ["clients"]);
    const person = await Person.signUp(service);
    const { status, body } = await service.post("/v1/admin/clients", site, operator);
    expect(status).toBe(201);
    const { client, secret } = body;
    expect(client).toEqual({
      ...site,
      id: expect.any(String),
      signOutUris: [],
      pkce: "optional",
      idTokenSignedResponseAlg: "RS256",
      origins: [],
      refreshTokens: false,
      refreshTokenDays: 30,
      accessTokenSeconds: 600,
      jwks: null,
      jwksUri: null,
      backChannelLogoutUri: null,
      ours: true,
      logoUri: null,
      requirePushedAuthorizationRequests: false,
      createdAt: expect.any(String),
    });
    expect(JSON.stringify(await env.DB.prepare("SELECT * FROM oidc_clients").all())).not.toContain(secret);
    const listed = (await service.get("/v1/admin/clients", operator)).body.clients;
    expect(listed.map(({ id }: { id: string }) => id)).toEqual(["shop", "bank", client.id]);
    expect(JSON.stringify(listed)).not.toMatch(/secret|hash/i);
    expect((await service.get(`/v1/oidc/site?client_id=${client.id}`)).body).toEqual({
      name: "Newsletter",
      returnTo: null,
    });

    const own = { client_id: client.id, redirect_uri: "https://news.example/in" };
    const refused = await exchange(service, await codeFor(person, own), { ...own, client_secret: "guess" });
    expect(refused.body.error).toBe("invalid_client");
    const { access_token } = (await exchange(service, await codeFor(person, own), { ...own, client_secret: secret }))
      .body;
    expect((await userInfo(service, access_token)).status).toBe(200);

    expect((await service.delete(`/v1/admin/clients/${client.id}`, operator)).status).toBe(204);
    expect((await userInfo(service, access_token)).status).toBe(401);
    expect((await authorizeAs(person, own)).status).toBe(400);
    expect((await service.delete(`/v1/admin/clients/${client.id}`, operator)).status).toBe(404);
  });

  it("of the settings is not removed by the API, and keeps what it was given", async () => {
    const operator = await operatorWith(service, ["clients"]);
    const person = await Person.signUp(service);
    const { access_token } = (await exchange(service, await codeFor(person))).body;
    expect((await service.delete("/v1/admin/clients/shop", operator)).status).toBe(404);
    expect((await userInfo(service, access_token)).status).toBe(200);
  });

  it.each([
    { redirectUris: [] },
    { redirectUris: ["http://news.example/in"] },
    { redirectUris: ["https://news.example/in#x"] },
    { redirectUris: ["javascript:alert(1)"] },
    { redirectUris: ["https://NEWS.example/in"] },
    { redirectUris: Array.from({ length: 21 }, (_, at) => `https://news.example/${at}`) },
    { signOutUris: ["data:text/html,x"] },
    { name: "" },
    { name: "x".repeat(61) },
    { confidential: undefined },
    { confidential: false, pkce: "optional" },
    { idTokenSignedResponseAlg: "none" },
    { origins: ["https://news.example/"] },
    { origins: ["*"] },
    { origins: ["null"] },
  ])("is refused with %j", async (wrong) => {
    const operator = await operatorWith(service, ["clients"]);
    const { status, body } = await service.post("/v1/admin/clients", { ...site, ...wrong }, operator);
    expect([status, body.code]).toEqual([400, "invalid_request"]);
  });

  it.each([
    ["https://*.news.example/in", /without `\*`/],
    ["https://news.example/*", /without `\*`/],
    ["http://news.example/in", /^expected https, or http on/],
    ["https://news.example/in#", /without a fragment/],
    ["https://news.example", /written as a browser does: https:\/\/news\.example\/$/],
    ["/in", /a whole address/],
    ["https://ana@news.example/in", /user name/],
    ["javascript:alert(1)", /own scheme/],
    ["news:/in", /own scheme/],
  ])("with the address %s is told what is wrong with it", async (address, reason) => {
    const operator = await operatorWith(service, ["clients"]);
    const redirectUris = ["https://news.example/in", address];
    const { body } = await service.post("/v1/admin/clients", { ...site, redirectUris }, operator);
    expect(body.fields).toEqual([{ path: "redirectUris.1", message: expect.stringMatching(reason) }]);
    expect(() => new Service({ OIDC_CLIENTS: JSON.stringify([{ id: "x", name: "X", redirectUris }]) })).toThrow(
      /OIDC_CLIENTS.*must be/,
    );
  });

  it("from before there were options keeps ES256 and PKCE", async () => {
    await env.DB.exec(
      `INSERT INTO oidc_clients (id, name, redirect_uris, sign_out_uris, secret_hash, created_at)
       VALUES ('old', 'Old', '["https://old.example/in"]', '[]', 'x', 1)`.replaceAll("\n", " "),
    );
    const operator = await operatorWith(service, ["clients"]);
    const { clients } = (await service.get("/v1/admin/clients", operator)).body;
    expect(clients.find(({ id }: { id: string }) => id === "old")).toMatchObject({
      pkce: "required",
      idTokenSignedResponseAlg: "ES256",
    });
  });

  it("is registered, listed and removed by the scope for it alone", async () => {
    const other = await operatorWith(service, ["people:read", "webhooks"]);
    const person = await Person.signUp(service);
    for (const [method, path] of [
      ["GET", "/v1/admin/clients"],
      ["POST", "/v1/admin/clients"],
      ["DELETE", "/v1/admin/clients/x"],
    ] as const) {
      const send = async (who: { token?: string }) =>
        (await service.send(method, path, { ...(method === "POST" && { body: site }), ...who })).body.code;
      expect([await send(other), await send({ token: person.token }), await send({})]).toEqual([
        "scope_missing",
        "operator_key_refused",
        "operator_key_refused",
      ]);
    }
  });
});
