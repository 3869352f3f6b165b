import { decodeProtectedHeader } from "jose";
import { beforeAll, describe, expect, it } from "vitest";
import { Person } from "../support/person.ts";
import { exchangeBySecret, signInBySecret, suiteClient, tokensFor } from "../support/relying-party.ts";
import { Service } from "../support/service.ts";
import {
  authorizeAs,
  authorizePath,
  clientSecret,
  codeFor,
  exchange,
  goTo,
  type Parameters,
  siteSettings,
  userInfo,
} from "../support/site.ts";

const service = new Service(await siteSettings());
let person: Person;

beforeAll(async () => {
  person = await Person.signUp(service);
});

const answerTo = async (changed: Parameters, who: Person | Service = person) =>
  (await authorizeAs(who, { ...suiteClient, ...changed })).answer;
const wayBack = ({ to }: { to: URL }) => to.searchParams.get("next") ?? "";
const form = { "Latchkey-Session": "", "Content-Type": "application/x-www-form-urlencoded" };

describe("Basic OP", () => {
  it("oidcc-server", async () => {
    const { claims, id_token, scope } = await signInBySecret(person);
    expect(decodeProtectedHeader(id_token)).toMatchObject({ alg: "RS256", kid: expect.any(String) });
    expect(claims).toMatchObject({ sub: person.accountId, nonce: "the nonce", acr: "aal1" });
    expect(scope).toBe("openid email");
  });

  it("oidcc-response-type-missing", async () => {
    expect((await answerTo({ response_type: undefined })).error).toBe("invalid_request");
  });

  it("oidcc-userinfo-get, oidcc-userinfo-post-header, oidcc-userinfo-post-body", async () => {
    const { access_token } = await signInBySecret(person);
    const ways = [
      userInfo(service, access_token),
      service.post("/oidc/userinfo", "", { headers: { ...form, Authorization: `Bearer ${access_token}` } }),
      service.post("/oidc/userinfo", `access_token=${access_token}`, { headers: form }),
    ];
    for (const { status, body } of await Promise.all(ways)) {
      expect([status, body.sub, body.email]).toEqual([200, person.accountId, person.email]);
    }
  });

  it("oidcc-ensure-request-without-nonce-succeeds-for-code-flow", async () => {
    expect((await signInBySecret(person, { nonce: undefined })).claims).not.toHaveProperty("nonce");
  });

  it.each([
    ["oidcc-scope-profile", "openid profile", ["name", "preferred_username", "locale", "updated_at"]],
    ["oidcc-scope-email", "openid email", ["email", "email_verified"]],
    ["oidcc-scope-address", "openid address", []],
    ["oidcc-scope-phone", "openid phone", []],
    [
      "oidcc-scope-all",
      "openid profile email address phone",
      ["name", "preferred_username", "locale", "updated_at", "email", "email_verified"],
    ],
    ["oidcc-ensure-other-scope-order-succeeds", "email openid", ["email", "email_verified"]],
  ])("%s", async (_, scope, claims) => {
    const { access_token } = await signInBySecret(person, { scope });
    const { body } = await userInfo(service, access_token);
    expect(Object.keys(body).sort()).toEqual(["sub", ...claims].sort());
    if (claims.includes("updated_at")) expect(body.updated_at).toBeTypeOf("number");
  });

  it.each([
    ["oidcc-display-page", { display: "page" }],
    ["oidcc-display-popup", { display: "popup" }],
    ["oidcc-login-hint", { login_hint: "ana@example.com" }],
    ["oidcc-ui-locales", { ui_locales: "es en" }],
    ["oidcc-claims-locales", { claims_locales: "es en" }],
    ["oidcc-ensure-request-with-unknown-parameter-succeeds", { extra: "foobar" }],
    ["oidcc-ensure-request-with-acr-values-succeeds", { acr_values: "aal1 aal2" }],
    ["oidcc-ensure-request-with-acr-values-succeeds, of no meaning here", { acr_values: "1 2" }],
    ["oidcc-max-age-10000", { max_age: "10000" }],
    ["oidcc-prompt-none-logged-in", { prompt: "none" }],
    ["oidcc-ensure-request-with-valid-pkce-succeeds", {}],
  ])("%s", async (_, changed) => {
    const { claims } = await signInBySecret(person, changed);
    expect(claims).toMatchObject({ sub: person.accountId, auth_time: expect.any(Number) });
  });

  it("oidcc-prompt-none-not-logged-in", async () => {
    expect(await answerTo({ prompt: "none" }, service)).toMatchObject({ error: "login_required", state: "the state" });
  });

  it("oidcc-prompt-login, oidcc-max-age-1", async () => {
    for (const changed of [{ prompt: "login" }, { max_age: "1" }]) {
      const first = await signInBySecret(person);
      service.pass(20);
      const asked = await authorizeAs(person, { ...suiteClient, ...changed });
      expect(asked.to.pathname).toBe("/confirm");
      await person.stepUpByPassword();
      const { claims } = await tokensFor(person, (await goTo(person, wayBack(asked))).answer.code ?? "");
      expect(Number(claims.auth_time)).toBeGreaterThan(Number(first.claims.auth_time));
    }
  });

  it("oidcc-id-token-hint", async () => {
    const { id_token } = await signInBySecret(person);
    expect((await answerTo({ prompt: "none", id_token_hint: id_token })).code).toBeDefined();
    const other = await Person.signUp(service);
    const hinted = { prompt: "none", id_token_hint: id_token };
    expect((await answerTo(hinted, other)).error).toBe("login_required");
    const asked = await authorizeAs(other, { ...suiteClient, id_token_hint: id_token });
    expect(asked.to.pathname).toBe("/confirm");
    expect((await goTo(person, wayBack(asked))).answer.code).toBeDefined();
    expect((await answerTo({ id_token_hint: `${id_token}x` })).error).toBe("invalid_request");
  });

  it("oidcc-codereuse, oidcc-codereuse-30seconds", async () => {
    for (const seconds of [0, 30]) {
      const code = await codeFor(person, suiteClient);
      const { access_token } = await tokensFor(person, code);
      service.pass(seconds);
      expect((await exchangeBySecret(service, code)).body.error).toBe("invalid_grant");
      expect((await userInfo(service, access_token)).status).toBe(401);
    }
  });

  it("oidcc-ensure-registered-redirect-uri, oidcc-ensure-redirect-uri-in-authorization-request", async () => {
    for (const [redirect_uri, message] of [
      ["https://bank.example/in?other", /letter for letter/],
      [undefined, /missing/],
    ] as const) {
      const { status, to } = await authorizeAs(person, { ...suiteClient, redirect_uri });
      expect([status, to.href]).toEqual([400, "about:blank"]);
      const path = await authorizePath({ ...suiteClient, redirect_uri });
      const { body } = await service.get(path, { headers: { "Latchkey-Session": "" } });
      expect(body.fields).toEqual([{ path: "redirect_uri", message: expect.stringMatching(message) }]);
    }
  });

  it("oidcc-ensure-post-request-succeeds", async () => {
    const [path, query] = (await authorizePath(suiteClient)).split("?");
    // Another site's page posts it, so that the cookie stays behind.
    const headers = { ...form, Origin: "https://bank.example" };
    const posted = await service.post(path ?? "", query ?? "", { headers });
    expect(posted.status).toBe(303);
    const { answer } = await goTo(person, posted.headers.get("Location") ?? "");
    expect(answer).toMatchObject({ code: expect.any(String), state: "the state" });
  });

  it("oidcc-server-client-secret-post", async () => {
    const code = await codeFor(person, suiteClient);
    const bySecret = { client_id: "bank", client_secret: clientSecret, code_verifier: undefined };
    const { status } = await exchange(service, code, { ...bySecret, redirect_uri: suiteClient.redirect_uri });
    expect(status).toBe(200);
  });

  it.each([
    ["oidcc-request-uri-unsigned-supported-correctly-or-rejected-as-unsupported", "request_uri_not_supported"],
    ["oidcc-unsigned-request-object-supported-correctly-or-rejected-as-unsupported", "request_not_supported"],
    ["oidcc-ensure-request-object-with-redirect-uri", "request_not_supported"],
  ])("%s", async (_, error) => {
    const changed =
      error === "request_not_supported"
        ? { request: "eyJhbGciOiJub25lIn0.e30." }
        : { request_uri: "https://bank.example/r" };
    expect(await answerTo(changed)).toMatchObject({ error, state: "the state" });
  });

  it("oidcc-claims-essential", async () => {
    const claims = JSON.stringify({ userinfo: { name: { essential: true }, email: null }, id_token: { locale: null } });
    const tokens = await signInBySecret(person, { scope: "openid", claims });
    expect(tokens.claims).toMatchObject({ locale: "en" });
    expect(tokens.claims).not.toHaveProperty("email");
    const { body } = await userInfo(service, tokens.access_token);
    expect(body).toEqual({ sub: person.accountId, name: person.email.split("@")[0], email: person.email });
    for (const wrong of ["{", "[]", '"x"', '{"userinfo":1}', '{"id_token":{"acr":{"values":1}}}']) {
      expect((await answerTo({ claims: wrong })).error).toBe("invalid_request");
    }
  });
});

describe("Config OP", () => {
  it("oidcc-discovery-endpoint-verification, and the same for clients of OAuth (RFC 8414)", async () => {
    const [oidc, oauth] = await Promise.all(
      ["openid-configuration", "oauth-authorization-server"].map((each) => service.get(`/.well-known/${each}`)),
    );
    expect(oauth?.body).toEqual(oidc?.body);
    expect(oidc?.body).toMatchObject({
      issuer: service.origin,
      response_types_supported: expect.arrayContaining(["code"]),
      subject_types_supported: ["public"],
      id_token_signing_alg_values_supported: expect.arrayContaining(["RS256", "ES256"]),
      scopes_supported: expect.arrayContaining(["openid", "profile", "email"]),
      claims_parameter_supported: true,
    });
    expect(oidc?.headers.get("Access-Control-Allow-Origin")).toBe("*");
  });
});
