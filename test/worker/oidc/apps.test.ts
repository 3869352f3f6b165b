import { describe, expect, it } from "vitest";
import { Person } from "../../support/person.ts";
import { Service } from "../../support/service.ts";
import { codeFor, exchange, siteSettings, userInfo } from "../../support/site.ts";

const clients = JSON.parse((await siteSettings()).OIDC_CLIENTS ?? "");
for (const client of clients) client.refreshTokens = true;
const service = new Service({ OIDC_CLIENTS: JSON.stringify(clients) });
const appsOf = async (person: Person) => (await service.get("/v1/account/apps", person)).body.apps;

describe("connected apps", () => {
  it("are those that the person signed in to, with what they know and when they were used", async () => {
    const person = await Person.signUp(service);
    expect(await appsOf(person)).toEqual([]);
    await codeFor(person);
    service.pass(60);
    await codeFor(person, { scope: "openid" });
    await codeFor(person, { client_id: "bank", redirect_uri: "https://bank.example/in" });
    const [bank, shop, ...rest] = await appsOf(person);
    expect(rest).toEqual([]);
    expect([bank.name, shop]).toEqual([
      "The bank",
      {
        clientId: "shop",
        name: "The shop",
        scopes: ["openid"],
        firstUsedAt: expect.any(String),
        lastUsedAt: expect.any(String),
      },
    ]);
    expect(Date.parse(shop.lastUsedAt) - Date.parse(shop.firstUsedAt)).toBeGreaterThanOrEqual(60_000);
    expect(await appsOf(await Person.signUp(service))).toEqual([]);
  });

  it("lose everything that they were given when they are disconnected, of this person alone", async () => {
    const [person, other] = [await Person.signUp(service), await Person.signUp(service)];
    const [tokens, theirs] = await Promise.all(
      [person, other].map(async (each) => (await exchange(service, await codeFor(each))).body),
    );
    const waiting = await codeFor(person);
    expect((await service.delete("/v1/account/apps/shop", person)).status).toBe(204);
    expect(await appsOf(person)).toEqual([]);
    expect((await userInfo(service, tokens.access_token)).status).toBe(401);
    expect((await exchange(service, waiting)).body.error).toBe("invalid_grant");
    const refresh = { grant_type: "refresh_token", refresh_token: tokens.refresh_token };
    expect((await exchange(service, "x", refresh)).body.error).toBe("invalid_grant");
    expect((await userInfo(service, theirs.access_token)).status).toBe(200);
    expect((await service.delete("/v1/account/apps/shop", person)).status).toBe(404);
  });
});
