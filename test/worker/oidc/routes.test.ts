import * as oidc from "openid-client";
import { beforeAll, describe, expect, it } from "vitest";
import { Person } from "../../support/person.ts";
import { Service } from "../../support/service.ts";
import { callback, clientSecret, goTo, siteSettings } from "../../support/site.ts";

const service = new Service(await siteSettings());
let person: Person;

beforeAll(async () => {
  person = await Person.signUp(service);
});

/** `openid-client` as it comes from npm, whose requests go to the worker of this test. */
async function configure(clientId: string, secret?: string): Promise<oidc.Configuration> {
  return oidc.discovery(new URL(service.origin), clientId, secret, undefined, {
    execute: [oidc.allowInsecureRequests],
    [oidc.customFetch]: async (url, { method, headers: { "content-type": type, ...headers }, body }) => {
      const answer = await service.send(method, new URL(url).pathname, {
        headers: { "Latchkey-Session": "", ...headers, ...(type && { "Content-Type": type }) },
        ...(body && { body: String(body) }),
      });
      return new Response(typeof answer.body === "string" ? answer.body : JSON.stringify(answer.body), answer);
    },
  });
}

/** What openid-client makes of a whole sign-in. */
async function signIn(config: oidc.Configuration, redirectUri: string, wish: Record<string, string> = {}) {
  const [verifier, nonce, state] = [oidc.randomPKCECodeVerifier(), oidc.randomNonce(), oidc.randomState()];
  const url = oidc.buildAuthorizationUrl(config, {
    redirect_uri: redirectUri,
    scope: "openid email",
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
    code_challenge_method: "S256",
    nonce,
    state,
    ...wish,
  });
  const { to } = await goTo(person, url.pathname + url.search);
  const checks = { pkceCodeVerifier: verifier, expectedNonce: nonce, expectedState: state, idTokenExpected: true };
  return oidc.authorizationCodeGrant(config, to, { ...checks, ...(wish.max_age && { maxAge: Number(wish.max_age) }) });
}

describe("openid-client, as it comes from npm,", () => {
  it("finds everything, signs somebody in, and asks who it is", async () => {
    const config = await configure("shop");
    oidc.enableNonRepudiationChecks(config);
    const tokens = await signIn(config, callback, { max_age: "3000" });
    expect(tokens.claims()).toMatchObject({ sub: person.accountId, email: person.email, acr: "aal1" });
    const info = await oidc.fetchUserInfo(config, tokens.access_token, person.accountId);
    expect(info).toEqual({ sub: person.accountId, email: person.email, email_verified: true });
  });

  it("proves itself by a secret, in the header as in the form", async () => {
    for (const method of [oidc.ClientSecretBasic, oidc.ClientSecretPost]) {
      const config = await configure("bank", clientSecret);
      const proving = new oidc.Configuration(config.serverMetadata(), "bank", undefined, method(clientSecret));
      oidc.allowInsecureRequests(proving);
      const send = config[oidc.customFetch];
      if (send) proving[oidc.customFetch] = send;
      expect((await signIn(proving, "https://bank.example/in")).claims()?.aud).toBe("bank");
    }
  });

  it("is told why not", async () => {
    const config = await configure("shop");
    await expect(signIn(config, callback, { prompt: "none", max_age: "0" })).rejects.toMatchObject({
      error: "login_required",
    });
    const wrong = await configure("bank", "guess");
    await expect(signIn(wrong, "https://bank.example/in")).rejects.toMatchObject({
      error: "invalid_client",
      status: 401,
    });
  });

  it("signs out here and comes back", async () => {
    const config = await configure("shop");
    const { id_token = "" } = await signIn(config, callback);
    const out = oidc.buildEndSessionUrl(config, {
      id_token_hint: id_token,
      post_logout_redirect_uri: "https://shop.example/bye",
      state: "s",
    });
    const { to } = await goTo(person, out.pathname + out.search);
    expect(to.href).toBe("https://shop.example/bye?state=s");
    expect((await service.get("/v1/session", person)).status).toBe(401);
    person.token = (await person.startSignIn()).body.session.token;
  });
});

describe("signing out by a site", () => {
  const signOut = async (parameters: Record<string, string>, who: Person | Service = person) =>
    (await goTo(who, `/oidc/sign-out?${new URLSearchParams(parameters)}`)).to;

  it("asks the person unless the site shows an ID token of theirs, and sends nobody to an unregistered address", async () => {
    const bye = { post_logout_redirect_uri: "https://shop.example/bye" };
    const other = await Person.signUp(service);
    const { id_token = "" } = await signIn(await configure("shop"), callback);
    const [head, claims, signature = ""] = id_token.split(".");
    const forged = [head, claims, signature.replace(/^./, (letter) => (letter === "A" ? "B" : "A"))].join(".");
    expect((await signOut({ ...bye, client_id: "shop" })).pathname).toBe("/sign-out");
    for (const hint of ["x", "a.b.c", forged]) {
      expect((await signOut({ id_token_hint: hint, ...bye, client_id: "shop" })).pathname).toBe("/sign-out");
    }
    expect((await signOut({ id_token_hint: id_token, ...bye }, other)).pathname).toBe("/sign-out");
    expect((await service.get("/v1/session", person)).status).toBe(200);
    expect((await service.get("/v1/session", other)).status).toBe(200);
    const evil = { post_logout_redirect_uri: "https://evil.example/" };
    expect((await signOut({ id_token_hint: id_token, ...evil })).href).toBe(`${service.origin}/`);
    person.token = (await person.startSignIn()).body.session.token;
    service.pass(24 * 60 * 60);
    expect((await signOut({ id_token_hint: id_token, ...bye }, service)).href).toBe("https://shop.example/bye");
  });
});

describe("the discovery document", () => {
  it("may be kept, and names only what answers", async () => {
    const { headers, body } = await service.get("/.well-known/openid-configuration");
    expect(headers.get("Cache-Control")).toBe("public, max-age=300");
    const own = service.routes.map(({ path }) => path);
    const named = Object.entries<string>(body).filter(([name]) => /_endpoint$|_uri$/.test(name));
    expect(named).toHaveLength(8);
    for (const [, address] of named) expect(own).toContain(new URL(address).pathname);
    expect(body.issuer).toBe(service.origin);
  });
});
