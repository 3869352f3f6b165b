import { describe, expect, it } from "vitest";
import { Person } from "../../support/person.ts";
import { Service } from "../../support/service.ts";
import { authorizeAs, clientSecret, codeFor, exchange, siteSettings, userInfo } from "../../support/site.ts";

const clients = JSON.parse((await siteSettings()).OIDC_CLIENTS ?? "");
for (const client of clients) client.refreshTokens = true;
const service = new Service({ OIDC_CLIENTS: JSON.stringify(clients) });
const asBank = { client_id: "bank", client_secret: clientSecret, redirect_uri: "https://bank.example/in" };
const ofBank = { client_id: "bank", redirect_uri: asBank.redirect_uri, scope: "openid email offline_access" };

const introspect = async (token: string) => {
  const form = new URLSearchParams({ ...asBank, token });
  const headers = { "Latchkey-Session": "", "Content-Type": "application/x-www-form-urlencoded" };
  return (await service.post("/oidc/introspect", `${form}`, { headers })).body;
};
const refresh = (token: string) => {
  const form = { ...asBank, grant_type: "refresh_token", refresh_token: token, code_verifier: undefined };
  return exchange(service, "x", { ...form, code: undefined, redirect_uri: undefined });
};

/** Somebody whom the bank knows, with a code that it has not used yet, and who then deletes the account. */
async function deleted() {
  const person = await Person.signUp(service);
  const tokens = (await exchange(service, await codeFor(person, ofBank), asBank)).body;
  expect((await introspect(tokens.access_token)).active).toBe(true);
  const unused = await codeFor(person, ofBank);
  await person.stepUpByPassword();
  expect((await service.delete("/v1/account", { token: person.token, body: {} })).status).toBe(204);
  return { person, tokens, unused };
}

describe("A site, while an account waits to be deleted", () => {
  it("learns nothing by what it was given before: no token, no refreshing, no code", async () => {
    const { tokens, unused } = await deleted();
    expect((await userInfo(service, tokens.access_token)).status).toBe(401);
    for (const token of [tokens.access_token, tokens.refresh_token]) {
      expect(await introspect(token)).toEqual({ active: false });
    }
    expect((await refresh(tokens.refresh_token)).body.error).toBe("invalid_grant");
    expect((await exchange(service, unused, asBank)).body.error).toBe("invalid_grant");
  });

  it("gets no code of the owner who has signed in again, until they keep the account", async () => {
    const { person } = await deleted();
    service.pass(1);
    const { account, session } = (await person.startSignIn()).body;
    person.token = session.token;
    const asked = await authorizeAs(person, ofBank);
    expect([asked.status, asked.to.pathname]).toEqual([302, "/profile/security"]);
    const silent = await authorizeAs(person, { ...ofBank, prompt: "none" });
    expect([silent.to.origin, silent.answer.error]).toEqual(["https://bank.example", "interaction_required"]);

    const [{ id }] = account.waiting;
    expect((await service.delete(`/v1/account/waiting/${id}`, person)).status).toBe(204);
    expect((await exchange(service, await codeFor(person, ofBank), asBank)).status).toBe(200);
  });
});
