import { beforeAll, describe, expect, it } from "vitest";
import { serverCalled } from "../../support/check-token.ts";
import { Person } from "../../support/person.ts";
import { Service } from "../../support/service.ts";
import {
  authorizeAs,
  authorizePath,
  callback,
  codeFor,
  exchange,
  goTo,
  type Parameters,
  siteSettings,
} from "../../support/site.ts";

const settings = await siteSettings();
const service = new Service(settings);
let withPassword: Person;

beforeAll(async () => {
  withPassword = await Person.signUp(service);
});

/** Somebody without two-factor who has just signed in. */
async function signedIn(): Promise<Person> {
  withPassword.token = (await withPassword.startSignIn()).body.session.token;
  return withPassword;
}

/** The request that a page of ours comes back to. */
const wayBack = ({ to }: { to: URL }) => to.searchParams.get("next") ?? "";

async function claimsOf(code: string | undefined) {
  const { body } = await exchange(service, code ?? "");
  return serverCalled("shop", service)(body.id_token);
}

describe("a request to sign in to a site", () => {
  it("of somebody who is signed in goes back with a code, the state, and who answers", async () => {
    const person = await signedIn();
    const { status, to, answer } = await authorizeAs(person);
    expect([status, to.origin + to.pathname]).toEqual([302, callback]);
    expect(answer).toEqual({
      code: expect.stringMatching(/^[\w-]{43}$/),
      state: "the state",
      iss: service.origin,
    });
    const { body } = await service.get("/v1/account/activity", person);
    expect(body.events[0]).toMatchObject({ type: "site_sign_in", detail: { site: "The shop" } });
  });

  it("of somebody who is not goes to the sign-in page, and after it to the site", async () => {
    const person = await signedIn();
    const asked = await authorizeAs(service);
    expect([asked.status, asked.to.pathname]).toEqual([302, "/sign-in"]);
    expect(wayBack(asked)).toMatch(/^\/oidc\/authorize\?/);
    const { to, answer } = await goTo(person, wayBack(asked));
    expect([to.origin + to.pathname, answer.state]).toEqual([callback, "the state"]);
    expect(await claimsOf(answer.code)).toMatchObject({ sub: person.accountId });
  });

  it("keeps the site's own parameters in its address", async () => {
    const address = "https://shop.example/callback?from=latchkey&iss=https://evil.example";
    const clients = [{ id: "shop", name: "The shop", redirectUris: [address] }];
    const person = await Person.signUp(new Service({ OIDC_CLIENTS: JSON.stringify(clients) }));
    const { to } = await authorizeAs(person, { redirect_uri: address });
    expect(to.searchParams.get("from")).toBe("latchkey");
    expect(to.searchParams.getAll("iss")).toEqual([service.origin]);
  });

  it.each<[string, Parameters]>([
    ["unsupported_response_type", { response_type: "token" }],
    ["unsupported_response_type", { response_type: "code id_token" }],
    ["invalid_request", { response_type: undefined }],
    ["invalid_request", { response_mode: "fragment" }],
    ["invalid_scope", { scope: "email" }],
    ["invalid_request", { scope: undefined }],
    ["invalid_request", { code_challenge: undefined }],
    ["invalid_request", { code_challenge: "short" }],
    ["invalid_request", { code_challenge_method: "plain" }],
    ["invalid_request", { code_challenge_method: undefined }],
    ["invalid_request", { max_age: "-1" }],
    ["invalid_request", { prompt: "none login" }],
    ["invalid_request", { prompt: "create" }],
    ["request_not_supported", { request: "e30.e30." }],
    ["registration_not_supported", { registration: "{}" }],
    ["request_uri_not_supported", { request_uri: "https://shop.example/request" }],
  ])("is answered with %s for %j, at the site's own address", async (error, changed) => {
    const { to, answer } = await authorizeAs(await signedIn(), changed);
    expect(to.origin + to.pathname).toBe(callback);
    expect(answer).toEqual({
      error,
      error_description: expect.stringMatching(/^[ -!#-[\]-~]{10,200}$/),
      state: "the state",
      iss: "http://localhost:8787",
    });
  });

  it("with a parameter that is there twice is refused", async () => {
    const person = await signedIn();
    const twice = await goTo(person, `${await authorizePath()}&nonce=other`);
    expect(twice.answer).toMatchObject({ error: "invalid_request", state: "the state" });
    const state = await goTo(person, `${await authorizePath()}&state=other`);
    expect(state.answer).toEqual({
      error: "invalid_request",
      error_description: "state is there more than once.",
      iss: service.origin,
    });
    expect((await goTo(person, `${await authorizePath()}&redirect_uri=${callback}`)).status).toBe(400);
  });

  it.each<Parameters>([
    { client_id: undefined },
    { client_id: "nobody" },
    { client_id: "SHOP" },
    { redirect_uri: undefined },
    { redirect_uri: "https://evil.example/callback" },
    { redirect_uri: `${callback}/` },
    { redirect_uri: `${callback}?x` },
    { redirect_uri: `${callback}#x` },
    { redirect_uri: "https://shop.example" },
    { redirect_uri: "https://shop.example@evil.example/callback" },
    { redirect_uri: "https://shop.example.evil.example/callback" },
    { redirect_uri: "https://SHOP.example/callback" },
    { redirect_uri: "http://shop.example/callback" },
    { redirect_uri: "http://127.0.0.1/callback/more" },
    { redirect_uri: "http://localhost/callback" },
    { redirect_uri: "https://127.0.0.1/callback" },
    { redirect_uri: "//shop.example/callback" },
    { redirect_uri: "javascript:alert(1)" },
    { redirect_uri: "https://bank.example/in" },
  ])("with %j, which nobody registered, is sent nowhere", async (changed) => {
    for (const who of [withPassword, service]) {
      for (const prompt of [undefined, "none"]) {
        const { status, to } = await authorizeAs(who, { ...changed, prompt });
        expect([status, to.href]).toEqual([400, "about:blank"]);
      }
    }
  });
});

describe("what a code is bound to", () => {
  it("is the session of the moment: one that has ended gives none", async () => {
    const person = await signedIn();
    await codeFor(person);
    await service.delete("/v1/session", person);
    expect((await authorizeAs(person)).to.pathname).toBe("/sign-in");
  });
});
