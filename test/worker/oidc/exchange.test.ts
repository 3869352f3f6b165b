import { env } from "cloudflare:test";
import { base64url, decodeProtectedHeader } from "jose";
import { beforeAll, describe, expect, it } from "vitest";
import { serverCalled } from "../../support/check-token.ts";
import { Person } from "../../support/person.ts";
import { Service } from "../../support/service.ts";
import { callback, clientSecret, codeFor, exchange, siteSettings, userInfo } from "../../support/site.ts";

const settings = await siteSettings();
const bank = { client_id: "bank", redirect_uri: "https://bank.example/in" };
const basic = (id: string, secret: string) => ({
  Authorization: `Basic ${btoa(`${encodeURIComponent(id)}:${encodeURIComponent(secret)}`)}`,
});

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
    const { body } = await exchange(service, await codeFor(person, { scope: "profile openid" }));
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
    expect(headers.get("WWW-Authenticate")).toBe('Bearer error="invalid_token"');
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

describe("a site with a secret", () => {
  it.each(["with+plus/slash=", "with%percent%2B", "with:colon", "spaces and ñ"])(
    "shows %j in the header, encoded as RFC 6749 has it or as it is",
    async (secret) => {
      const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(secret)));
      const [shop, other] = JSON.parse(settings.OIDC_CLIENTS ?? "");
      const clients = [shop, { ...other, secretHash: base64url.encode(digest) }];
      const own = new Service({ OIDC_CLIENTS: JSON.stringify(clients) });
      const latin1 = [...secret].every((letter) => letter.charCodeAt(0) < 128);
      const headers = [
        basic("bank", secret),
        ...(latin1 ? [{ Authorization: `Basic ${btoa(`bank:${secret}`)}` }] : []),
      ];
      for (const header of headers) {
        const code = await codeFor(person, bank);
        expect((await exchange(own, code, { ...bank, client_id: undefined }, header)).status).toBe(200);
      }
    },
  );

  it("shows it in the header or in the form", async () => {
    const inForm = await exchange(service, await codeFor(person, bank), {
      ...bank,
      client_secret: clientSecret,
    });
    expect(inForm.status).toBe(200);
    const inHeader = await exchange(
      service,
      await codeFor(person, bank),
      { ...bank, client_id: undefined },
      basic("bank", clientSecret),
    );
    expect(inHeader.status).toBe(200);
  });

  it.each<[string, Record<string, string | undefined>, Record<string, string>]>([
    ["none", {}, {}],
    ["a wrong one", { client_secret: "guess" }, {}],
    ["an empty one", { client_secret: "" }, {}],
    ["the hash of it", { client_secret: JSON.parse(settings.OIDC_CLIENTS ?? "")[1].secretHash }, {}],
    ["a wrong one in the header", { client_id: undefined }, basic("bank", "guess")],
    ["a header that is none", { client_id: undefined }, { Authorization: "Basic %%%" }],
    ["a token in the header", { client_id: undefined }, { Authorization: `Bearer ${clientSecret}` }],
    ["another client's name", { client_id: "nobody", client_secret: clientSecret }, {}],
  ])("is refused with %s, and the code stays good", async (_, changed, headers) => {
    const code = await codeFor(person, bank);
    const refused = await exchange(service, code, { ...bank, ...changed }, headers);
    expect([refused.status, refused.body.error]).toEqual([401, "invalid_client"]);
    const challenge = "Authorization" in headers ? 'Basic realm="Latchkey"' : null;
    expect(refused.headers.get("WWW-Authenticate")).toBe(challenge);
    expect((await exchange(service, code, { ...bank, client_secret: clientSecret })).status).toBe(200);
  });

  it("is told what is wrong with a form", async () => {
    const why = async (changed: Record<string, string | undefined>) => {
      const { body } = await exchange(service, "x", changed);
      return [body.error, body.error_description];
    };
    expect((await why({ grant_type: "password" }))[0]).toBe("unsupported_grant_type");
    expect(await why({ grant_type: undefined })).toEqual(["invalid_request", "grant_type is missing."]);
    expect(await why({ code_verifier: "short" })).toEqual(["invalid_request", "code_verifier is malformed."]);
    expect(await why({ code: undefined })).toEqual(["invalid_request", "code is missing."]);
    expect((await why({}))[0]).toBe("invalid_grant");
    expect((await service.post("/oidc/token", { client_id: "shop" }, { headers: {} })).body.error).toBe(
      "invalid_request",
    );
    const twice = "grant_type=authorization_code&client_id=shop&client_id=shop";
    const headers = { "Content-Type": "application/x-www-form-urlencoded" };
    expect((await service.post("/oidc/token", twice, { headers })).body.error).toBe("invalid_request");
  });
});
