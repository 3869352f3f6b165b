import { env } from "cloudflare:test";
import { decodeProtectedHeader } from "jose";
import { beforeAll, describe, expect, it } from "vitest";
import { serverCalled } from "../../support/check-token.ts";
import { Person } from "../../support/person.ts";
import { Service } from "../../support/service.ts";
import { callback, clientSecret, codeFor, exchange, siteSettings, userInfo } from "../../support/site.ts";

const settings = await siteSettings();
let person: Person;
let service: Service;

beforeAll(async () => {
  service = new Service(settings);
  person = await Person.signUp(service);
});

describe("a code", () => {
  it("gives an ID token that the published keys check, and an access token that says who it is", async () => {
    const { status, headers, body } = await exchange(service, await codeFor(person));
    expect(status).toBe(200);
    expect(headers.get("Cache-Control")).toBe("no-store");
    expect(body).toEqual({
      access_token: expect.stringMatching(/^[\w-]{43}$/),
      token_type: "Bearer",
      expires_in: 600,
      scope: "openid email",
      id_token: expect.any(String),
    });
    expect(await serverCalled("shop", service)(body.id_token)).toEqual({
      iss: service.origin,
      sub: person.accountId,
      aud: "shop",
      iat: expect.any(Number),
      exp: expect.any(Number),
      auth_time: expect.any(Number),
      sid: expect.any(String),
      nonce: "the nonce",
      amr: ["pwd"],
      acr: "aal1",
      at_hash: expect.stringMatching(/^[\w-]{22}$/),
      email: person.email,
      email_verified: true,
    });
    const info = { sub: person.accountId, email: person.email, email_verified: true };
    expect((await userInfo(service, body.access_token)).body).toEqual(info);
    const posted = await service.post("/oidc/userinfo", undefined, {
      headers: { Authorization: `Bearer ${body.access_token}` },
    });
    expect(posted.body).toEqual(info);
  });

  it("tells no e-mail to a site that did not ask for it", async () => {
    const { body } = await exchange(service, await codeFor(person, { scope: "address openid" }));
    expect(body.scope).toBe("openid");
    expect(await serverCalled("shop", service)(body.id_token)).not.toHaveProperty("email");
    expect((await userInfo(service, body.access_token)).body).toEqual({ sub: person.accountId });
  });

  it("of eight exchanges at once gives its tokens to one", async () => {
    const code = await codeFor(person);
    const answers = await Promise.all(Array.from({ length: 8 }, () => exchange(service, code)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const others = answers.filter(({ status }) => status !== 200);
    expect(others.map(({ status, body }) => [status, body.error])).toEqual(Array(7).fill([400, "invalid_grant"]));
  });

  it("that comes again is refused, and what it gave is void", async () => {
    const code = await codeFor(person);
    const { access_token } = (await exchange(service, code)).body;
    expect((await userInfo(service, access_token)).status).toBe(200);
    expect((await exchange(service, code)).body.error).toBe("invalid_grant");
    const { status, headers, body } = await userInfo(service, access_token);
    expect([status, body.error]).toEqual([401, "invalid_token"]);
    expect(headers.get("WWW-Authenticate")).toMatch(
      /^Bearer realm="Latchkey", error="invalid_token", error_description="/,
    );
  });

  it.each([
    ["another client", { client_id: "bank", client_secret: clientSecret }],
    ["another address", { redirect_uri: `${callback}/` }],
    ["another verifier", { code_verifier: "w".repeat(43) }],
    ["another code", { code: "x".repeat(43) }],
  ])("is refused for %s, and stays good for its own", async (_, changed) => {
    const code = await codeFor(person);
    expect((await exchange(service, code, changed)).body.error).toBe("invalid_grant");
    expect((await exchange(service, code)).status).toBe(200);
  });

  it("is signed by the algorithm that its site has registered, RS256 if nothing was said", async () => {
    const clients = JSON.parse(settings.OIDC_CLIENTS ?? "");
    clients[0].idTokenSignedResponseAlg = "ES256";
    const es256 = new Service({ OIDC_CLIENTS: JSON.stringify(clients) });
    for (const [each, alg] of [
      [service, "RS256"],
      [es256, "ES256"],
    ] as const) {
      const { id_token } = (await exchange(each, await codeFor(person))).body;
      expect(decodeProtectedHeader(id_token)).toMatchObject({ alg, typ: "JWT" });
      await serverCalled("shop", each)(id_token);
    }
  });

  it("is good for a minute, and its access token for ten", async () => {
    const [late, soon] = [await codeFor(person), await codeFor(person)];
    service.pass(59);
    const { access_token } = (await exchange(service, soon)).body;
    service.pass(1);
    expect((await exchange(service, late)).body.error).toBe("invalid_grant");
    service.pass(598);
    expect((await userInfo(service, access_token)).status).toBe(200);
    service.pass(1);
    expect((await userInfo(service, access_token)).status).toBe(401);
  });

  it("goes with its session, and so does its access token", async () => {
    const [used, unused] = [await codeFor(person), await codeFor(person)];
    const { access_token } = (await exchange(service, used)).body;
    await service.delete("/v1/session", person);
    person.token = (await person.startSignIn()).body.session.token;
    expect((await userInfo(service, access_token)).status).toBe(401);
    expect((await exchange(service, unused)).body.error).toBe("invalid_grant");
  });

  it("lies in the database as a hash, and is cleaned up with its token", async () => {
    const code = await codeFor(person);
    const { access_token } = (await exchange(service, code)).body;
    const rows = JSON.stringify((await env.DB.prepare("SELECT * FROM oidc_grants").all()).results);
    for (const secret of [code, access_token]) expect(rows).not.toContain(secret);
    const count = () =>
      env.DB.prepare("SELECT count(*) AS n FROM oidc_grants WHERE account_id = ?").bind(person.accountId).first("n");
    service.pass(600);
    await service.runSchedule();
    expect(await count()).toBe(1);
    service.pass(61);
    await service.runSchedule();
    expect(await count()).toBe(0);
  });
});
